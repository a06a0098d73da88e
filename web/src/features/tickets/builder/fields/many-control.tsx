'use client';

import { Check, ChevronsUpDown, Plus, X } from 'lucide-react';
import { useState } from 'react';
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '@/components/ui/command';
import { useField } from '@/components/ui/field';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { cn } from '@/lib/cn';
import { shown } from '../engine/entry';
import type { Choice } from '../engine/options';

interface ManyControlProps {
  label: string;
  options: readonly Choice[];
  value: unknown;
  onChange: (value: unknown) => void;
  /** Converts typed text, if values other than the options are allowed. */
  free?: (typed: string) => unknown;
}

/** Several values, chosen by searching or by typing. */
export function ManyControl({ label, options, value, onChange, free }: ManyControlProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const field = useField({});
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const has = (candidate: unknown) => values.includes(candidate);
  const set = (next: unknown[]) => onChange(next.length > 0 ? next : undefined);
  const toggle = (candidate: unknown) =>
    set(has(candidate) ? values.filter((other) => other !== candidate) : [...values, candidate]);
  // Several may be pasted at once.
  const words = free ? typed.split(/[,;\n]/).flatMap((word) => (word.trim() ? [word.trim()] : [])) : [];
  const takeTyped = () => {
    const parsed = words.map((word) => free?.(word)).filter((word) => word !== undefined && !has(word));
    set([...values, ...new Set(parsed)]);
    setTyped('');
  };
  const labelOf = (item: unknown) => options.find((option) => option.value === item)?.label ?? shown(item);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <div
        className={cn(
          'flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-line-strong/60 bg-canvas p-1 hover:border-line-strong',
          field['aria-invalid'] && 'border-bad',
        )}
      >
        {values.map((item) => (
          <span key={shown(item)} className="flex min-w-0 items-center rounded bg-idle-wash pl-1.5 text-xs">
            <span className="truncate">{labelOf(item)}</span>
            <button
              type="button"
              aria-label={`Remove ${labelOf(item)}`}
              className="rounded p-1 text-ink-soft hover:text-ink"
              onClick={() => toggle(item)}
            >
              <X className="size-3" aria-hidden />
            </button>
          </span>
        ))}
        <PopoverTrigger
          role="combobox"
          aria-expanded={open}
          aria-haspopup="listbox"
          className="flex h-6 min-w-20 flex-1 items-center justify-between rounded px-1.5 text-left text-ink-faint"
          {...field}
        >
          {values.length === 0 ? free ? 'Type or choose' : 'Choose' : <span className="sr-only">More</span>}
          <ChevronsUpDown className="ml-auto size-3.5" aria-hidden />
        </PopoverTrigger>
      </div>
      <PopoverContent className="w-80 p-0">
        <Command>
          <CommandInput
            placeholder={free ? 'Type a value' : 'Search'}
            aria-label={`Search ${label.toLowerCase()}`}
            value={typed}
            onValueChange={setTyped}
          />
          <CommandList label={label}>
            {!free && <CommandEmpty>Nothing found</CommandEmpty>}
            <CommandGroup>
              {options.map((option) => (
                <CommandItem
                  key={shown(option.value)}
                  value={`${option.label} ${option.detail ?? ''} ${shown(option.value)}`}
                  onSelect={() => toggle(option.value)}
                >
                  <Check className={cn('text-gold', !has(option.value) && 'invisible')} aria-hidden />
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.detail && (
                    <span className="font-mono text-2xs text-ink-faint">{option.detail}</span>
                  )}
                </CommandItem>
              ))}
              {words.length > 0 && (
                <CommandItem forceMount value={`take ${typed}`} onSelect={takeTyped}>
                  <Plus className="text-gold" aria-hidden /> Add {words.map((word) => `“${word}”`).join(', ')}
                </CommandItem>
              )}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
