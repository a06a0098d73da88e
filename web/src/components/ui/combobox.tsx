'use client';

import { Check, ChevronsUpDown, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cn } from '@/lib/cn';
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from './command';
import { useField } from './field';
import { Popover, PopoverContent, PopoverTrigger } from './popover';

export interface Option {
  value: string;
  label: string;
  /** Also found by the search; shown on the right. */
  detail?: string;
}

interface ComboboxProps {
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  placeholder: string;
  /** Offers an empty choice. */
  clearable?: boolean;
  disabled?: boolean;
  /** Replaces "Nothing found". */
  empty?: ReactNode;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string | undefined;
}

/** A select with a search; all governed values of the house are chosen with it. */
export function Combobox({
  options,
  value,
  onChange,
  placeholder,
  clearable,
  empty,
  className,
  ...aria
}: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const choose = (next: string | undefined) => {
    onChange(next);
    setOpen(false);
  };
  const name = aria['aria-label'];
  const field = useField(aria);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        role="combobox"
        aria-expanded={open}
        aria-haspopup="listbox"
        className={cn(
          'flex h-8 w-full items-center gap-1.5 rounded-md border border-line-strong/60 bg-canvas px-2.5 text-left transition-colors hover:border-line-strong disabled:opacity-50 aria-invalid:border-bad',
          className,
        )}
        {...aria}
        {...field}
        {...(name ? { 'aria-label': chosen ? `${name}: ${chosen.label}` : name } : {})}
      >
        <span className={cn('min-w-0 flex-1 truncate', !chosen && 'text-ink-faint')}>
          {chosen?.label ?? placeholder}
        </span>
        <ChevronsUpDown className="size-3.5 shrink-0 text-ink-faint" aria-hidden />
      </PopoverTrigger>
      <PopoverContent className="w-(--radix-popover-trigger-width) min-w-56 p-0">
        <Command>
          <CommandInput placeholder="Search" aria-label={`Search ${placeholder.toLowerCase()}`} />
          <CommandList label={placeholder}>
            <CommandEmpty>{empty ?? 'Nothing found'}</CommandEmpty>
            <CommandGroup>
              {clearable && value !== undefined && (
                <CommandItem
                  value="clear-selection"
                  onSelect={() => choose(undefined)}
                  className="text-ink-soft"
                >
                  <X aria-hidden /> Any
                </CommandItem>
              )}
              {options.map((option) => (
                <CommandItem
                  key={option.value}
                  value={`${option.label} ${option.detail ?? ''} ${option.value}`}
                  onSelect={() => choose(option.value)}
                >
                  <Check className={cn('text-gold', option.value !== value && 'invisible')} aria-hidden />
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.detail && (
                    <span className="font-mono text-2xs text-ink-faint">{option.detail}</span>
                  )}
                </CommandItem>
              ))}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
