'use client';

import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field as Labelled } from '@/components/ui/field';
import { cn } from '@/lib/cn';
import { useForm } from '../context';
import type { Field } from '../engine/fields';
import { type Path, pointerOf, valueAt } from '../engine/json';
import { exactly, type Violation, within, words } from '../engine/violations';
import { GroupField } from './group-field';
import { ListField } from './list-field';
import { TermsField } from './terms-field';
import { ValueControl } from './value-control';
import { ViolationNote } from './violation-note';

/** Fields that need the whole width. */
const WIDE = new Set(['group', 'list', 'terms', 'raw', 'longtext']);

interface FieldViewProps {
  field: Field;
  path: Path;
  /** True if it can be removed from the form. */
  removable: boolean;
}

/** One field of the configuration with its label, its control, and its violations. */
export function FieldView({ field, path, removable }: FieldViewProps) {
  const form = useForm();
  const pointer = pointerOf(path);
  const violations = within(form.violations, path);
  const remove = removable && (
    <Button
      variant="ghost"
      size="icon-sm"
      className="absolute -top-1 right-0 size-6"
      aria-label={`Remove ${field.label}`}
      onClick={() => form.remove(path)}
    >
      <Trash2 />
    </Button>
  );
  if (field.kind === 'group' || field.kind === 'list' || field.kind === 'terms') {
    const own = field.kind === 'terms' ? violations : exactly(violations, path);
    return (
      <fieldset
        data-pointer={pointer}
        tabIndex={-1}
        className="relative col-span-full flex min-w-0 flex-col gap-3 rounded-lg border px-4 pt-3 pb-4"
      >
        <legend className="float-left pr-8 font-semibold">
          {field.label}
          {field.required && <span className="font-normal text-2xs text-ink-faint"> needed</span>}
        </legend>
        {field.hint && <p className="-mt-2 clear-left text-2xs text-ink-faint">{field.hint}</p>}
        <ViolationNote violations={own} />
        {field.kind === 'group' && <GroupField field={field} path={path} />}
        {field.kind === 'list' && <ListField field={field} path={path} />}
        {field.kind === 'terms' && <TermsField field={field} path={path} />}
        <div className="absolute top-3 right-3">{remove}</div>
      </fieldset>
    );
  }
  return (
    <div data-pointer={pointer} className={cn('relative min-w-0', WIDE.has(field.kind) && 'col-span-full')}>
      <Labelled
        label={labelOf(field)}
        hint={<Hint field={field} violations={violations} />}
        className="[&_[role=alert]]:whitespace-pre-line"
        error={blocking(violations)}
      >
        <ValueControl
          field={field}
          value={valueAt(form.payload, path)}
          onChange={(value) => form.change(path, value)}
        />
      </Labelled>
      {remove}
    </div>
  );
}

/** Most fields are optional, so the required ones are marked. */
function labelOf({ label, kind, required }: Field): string {
  const unit = kind === 'time' ? ' (UTC)' : '';
  return `${label}${unit}${required ? ', needed' : ''}`;
}

function blocking(violations: readonly Violation[]): string | undefined {
  return (
    violations
      .filter((violation) => violation.severity === 'error')
      .map(words)
      .join('\n') || undefined
  );
}

function Hint({ field, violations }: { field: Field; violations: readonly Violation[] }) {
  const odd = violations.filter((violation) => violation.severity === 'warning').map(words);
  return (
    <>
      {field.hint}
      {odd.length > 0 && <span className="block text-warn">{odd.join(' ')}</span>}
    </>
  );
}
