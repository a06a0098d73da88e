'use client';

import { ChevronDown, ChevronRight, Copy, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { counted } from '@/lib/counted';
import { useForm } from '../context';
import type { Field } from '../engine/fields';
import { isObject, isWithin, type Path, pointerOf, valueAt } from '../engine/json';
import { resolve } from '../engine/schema';
import { exactly, within } from '../engine/violations';
import { ObjectFields } from './field-list';
import { ViolationNote } from './violation-note';

/** The noun for one item of a list: "Ad sets" has an "Ad set". */
function singular(label: string): string {
  return label.replace(/ies$/, 'y').replace(/s$/, '');
}

/** A list of objects, such as ad sets: each can be folded, copied and removed. */
export function ListField({ field, path }: { field: Field; path: Path }) {
  const { payload, change, root } = useForm();
  const value = valueAt(payload, path);
  const items = Array.isArray(value) ? value : [];
  const schema = resolve(root, field.schema.items ?? {});
  const noun = singular(field.label);
  const full = field.schema.maxItems !== undefined && items.length >= field.schema.maxItems;
  return (
    <div className="flex flex-col gap-3">
      {items.map((item, index) => (
        // Items have no identity of their own; input is kept in the configuration, not in them.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Item key={index} title={titleOf(item, noun, index)} path={[...path, index]}>
          <ObjectFields schema={schema} path={[...path, index]} />
          <div className="flex gap-1 border-t pt-2">
            <Button size="sm" variant="ghost" disabled={full} onClick={() => change(path, [...items, item])}>
              <Copy aria-hidden /> Copy it
            </Button>
            <Button
              size="sm"
              variant="ghost"
              className="hover:text-bad"
              onClick={() => change([...path, index], undefined)}
            >
              <Trash2 aria-hidden /> Remove {noun.toLowerCase()} {index + 1}
            </Button>
          </div>
        </Item>
      ))}
      <Button size="sm" className="self-start" disabled={full} onClick={() => change(path, [...items, {}])}>
        <Plus aria-hidden />{' '}
        {items.length === 0 ? `Add ${noun.toLowerCase()}` : `Another ${noun.toLowerCase()}`}
      </Button>
    </div>
  );
}

function titleOf(item: unknown, noun: string, index: number): string {
  const name = isObject(item) && typeof item.name === 'string' ? `: ${item.name}` : '';
  return `${noun} ${index + 1}${name}`;
}

function Item({ title, path, children }: { title: string; path: Path; children: ReactNode }) {
  const { violations, target } = useForm();
  const [open, setOpen] = useState(true);
  const [seen, setSeen] = useState(target);
  if (target !== seen) {
    setSeen(target);
    if (target && isWithin(target, pointerOf(path))) setOpen(true);
  }
  const own = within(violations, path);
  const errors = own.filter((violation) => violation.severity === 'error').length;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <section
      aria-label={title}
      data-pointer={pointerOf(path)}
      tabIndex={-1}
      className="rounded-md border bg-canvas/50"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-9 w-full items-center gap-2 px-3 text-left font-medium"
      >
        <Chevron className="size-3.5 text-ink-faint" aria-hidden />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {errors > 0 && <span className="text-bad text-xs">{counted(errors, 'error')}</span>}
      </button>
      {/* Folded items are hidden, not removed: a jump to a finding inside still works. */}
      <div hidden={!open} className="border-t">
        <div className="flex flex-col gap-3 p-3">
          <ViolationNote violations={exactly(own, path)} />
          {children}
        </div>
      </div>
    </section>
  );
}
