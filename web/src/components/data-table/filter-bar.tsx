'use client';

import { Search, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { counted } from '@/lib/counted';
import { useDebounced } from '@/lib/use-debounced';
import { Button } from '../ui/button';
import { Input } from '../ui/input';

interface FilterBarProps {
  children: ReactNode;
  /** The number of rows with these filters. */
  total: number | undefined;
  /** The noun for a row: `campaign`. */
  noun: string;
  /** Offered while any filter is set. */
  onClear?: (() => void) | undefined;
}

/** The row of filters above a table. */
export function FilterBar({ children, total, noun, onClear }: FilterBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pb-3">
      {children}
      {onClear && (
        <Button variant="ghost" onClick={onClear}>
          <X aria-hidden /> Clear
        </Button>
      )}
      <p className="num ml-auto text-ink-faint" aria-live="polite">
        {total === undefined ? '' : counted(total, noun)}
      </p>
    </div>
  );
}

interface SearchFilterProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A search that waits until the person stops typing. */
export function SearchFilter({ label, value, onChange }: SearchFilterProps) {
  const [text, setText] = useState(value ?? '');
  const settled = useDebounced(text.trim(), 200);
  // The address may change by other means (Back, Clear): then the box follows it.
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if ((value ?? '') !== settled) setText(value ?? '');
  }
  useEffect(() => {
    if (settled !== (value ?? '') && settled === text.trim()) onChange(settled || undefined);
  }, [settled, value, text, onChange]);
  return (
    <div className="relative w-64">
      <Search className="pointer-events-none absolute top-2.5 left-2.5 size-3.5 text-ink-faint" aria-hidden />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="pl-8"
      />
    </div>
  );
}
