'use client';

import { LoaderCircle, Pencil } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { explain, ProblemError, sentence } from '@/api/problem';
import { cn } from '@/lib/cn';
import { Popover, PopoverAnchor, PopoverContent } from '../ui/popover';

interface InlineTextProps {
  /** The name of the cell, for screen readers: `Name of Disney`. */
  label: string;
  value: string;
  /** Saves the text. An error is shown at the cell. A promise without a value means that nothing changed. */
  onSave: (value: string) => Promise<unknown>;
  mono?: boolean;
  /** The text of an empty cell. */
  placeholder?: string;
  type?: 'text' | 'date';
}

/** A text that is edited in place: Enter or leaving the cell saves, Escape restores it. */
export function InlineText({
  label,
  value,
  onSave,
  mono,
  placeholder = '–',
  type = 'text',
}: InlineTextProps) {
  // The save function from the start of the edit: it knows the version that the person saw then.
  const [edit, setEdit] = useState<{ text: string; save: InlineTextProps['onSave'] }>();
  const [busy, setBusy] = useState(false);
  const [violation, setViolation] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);

  const end = (refocus: boolean) => {
    setEdit(undefined);
    setViolation(undefined);
    // Unless the save moved the focus, for example into a dialog.
    if (!refocus) return;
    setTimeout(() => {
      const button = opener.current;
      if (button && document.activeElement?.contains(button)) button.focus();
    });
  };
  const save = async (refocus: boolean) => {
    if (busy || !edit) return;
    const next = edit.text.trim();
    if (next === value) return end(refocus);
    setBusy(true);
    try {
      await edit.save(next);
      end(refocus);
    } catch (error) {
      const items = error instanceof ProblemError ? error.errors : [];
      setViolation(items.length > 0 ? items.map(sentence).join(' ') : explain(error));
    } finally {
      setBusy(false);
    }
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // Otherwise the rest of the key press reaches the element that the save opens.
      event.preventDefault();
      void save(true);
    }
    if (event.key === 'Escape') end(true);
  };

  if (!edit) {
    return (
      <button
        ref={opener}
        type="button"
        aria-label={`${label}: ${value || placeholder}. Edit`}
        onClick={() => setEdit({ text: value, save: onSave })}
        className={cn(
          'group/edit -mx-1.5 inline-flex max-w-[calc(100%+0.75rem)] items-center gap-1.5 rounded px-1.5 py-0.5 text-left hover:bg-raised hover:ring-1 hover:ring-line',
          mono && 'font-mono text-xs',
        )}
      >
        <span className={cn('truncate', !value && 'text-ink-faint')}>{value || placeholder}</span>
        <Pencil
          aria-hidden
          className="size-3 shrink-0 text-ink-faint opacity-0 group-hover/edit:opacity-100 group-focus-visible/edit:opacity-100"
        />
      </button>
    );
  }
  return (
    <Popover open={violation !== undefined}>
      <PopoverAnchor asChild>
        <span className="-mx-1.5 relative flex w-[calc(100%+0.75rem)] items-center">
          <input
            // biome-ignore lint/a11y/noAutofocus: the person just asked to type here
            autoFocus
            aria-label={label}
            data-own-escape
            aria-invalid={violation !== undefined}
            type={type}
            value={edit.text}
            // Not disabled: that would lose the focus.
            readOnly={busy}
            onChange={(event) => setEdit({ ...edit, text: event.target.value })}
            onFocus={(event) => event.target.select()}
            onBlur={() => void save(false)}
            onKeyDown={key}
            className={cn(
              'h-7 w-full rounded border border-gold bg-canvas px-1.5 outline-none aria-invalid:border-bad',
              mono && 'font-mono text-xs',
            )}
          />
          {busy && (
            <LoaderCircle className="absolute right-1.5 size-3.5 animate-spin text-ink-faint" aria-hidden />
          )}
        </span>
      </PopoverAnchor>
      <PopoverContent
        role="alert"
        className="w-80 border-bad/50 text-bad text-xs"
        onOpenAutoFocus={(event) => event.preventDefault()}
      >
        {violation}
      </PopoverContent>
    </Popover>
  );
}
