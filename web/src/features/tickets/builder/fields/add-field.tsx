'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '@/components/ui/command';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { useForm } from '../context';
import type { Field } from '../engine/fields';
import type { Path } from '../engine/json';

interface AddFieldProps {
  fields: readonly Field[];
  path: Path;
  /** Keys of which one is required: they come first. */
  alternatives: readonly string[];
}

/** Adds one of the less common fields to the form: platforms have more than a hundred, and a request needs a few. */
export function AddField({ fields, path, alternatives }: AddFieldProps) {
  const { add } = useForm();
  const [open, setOpen] = useState(false);
  const needed = fields.filter((field) => alternatives.includes(field.key));
  const others = fields.filter((field) => !alternatives.includes(field.key));
  const choose = (field: Field) => {
    setOpen(false);
    add([...path, field.key]);
  };
  const item = (field: Field) => (
    <CommandItem
      key={field.key}
      value={`${field.label} ${field.key} ${field.hint ?? ''}`}
      onSelect={() => choose(field)}
      className="items-start"
    >
      <span className="min-w-0 flex-1">
        <span className="block">{field.label}</span>
        {field.hint && <span className="line-clamp-2 block text-2xs text-ink-soft">{field.hint}</span>}
      </span>
      <span className="mt-0.5 font-mono text-2xs text-ink-faint">{field.key}</span>
    </CommandItem>
  );
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" className="-ml-2 self-start">
          <Plus aria-hidden />
          {needed.length > 1 ? `Add ${needed.map((field) => field.label).join(' or ')}` : 'Add a field'}
          <span className="num text-ink-faint">{fields.length}</span>
        </Button>
      </PopoverTrigger>
      {/* The added field takes the focus; returning it to the button would steal it. */}
      <PopoverContent className="w-96 p-0" onCloseAutoFocus={(event) => event.preventDefault()}>
        <Command>
          <CommandInput placeholder="Part of its name" aria-label="Search the fields" />
          <CommandList label="Fields">
            <CommandEmpty>No field has that name.</CommandEmpty>
            {needed.length > 0 && <CommandGroup heading="One of these">{needed.map(item)}</CommandGroup>}
            {others.length > 0 && <CommandGroup>{others.map(item)}</CommandGroup>}
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
