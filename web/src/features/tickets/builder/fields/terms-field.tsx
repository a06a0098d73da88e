'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { useForm } from '../context';
import type { Field } from '../engine/fields';
import { isObject, type Path, valueAt } from '../engine/json';

/** A list of the platform's terms: each is an id, and a name that QA and people read. */
export function TermsField({ field, path }: { field: Field; path: Path }) {
  const { payload, change } = useForm();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const value = valueAt(payload, path);
  const terms = Array.isArray(value) ? value : [];
  const add = () => {
    if (!id.trim()) return;
    const term = { id: id.trim(), ...(name.trim() ? { name: name.trim() } : {}) };
    change(path, [...terms, term]);
    setId('');
    setName('');
  };
  return (
    <div className="flex flex-col gap-2">
      {terms.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {terms.map((term, index) => {
            const text = labelOf(term);
            return (
              <li key={text} className="flex items-center gap-1 rounded-md bg-idle-wash py-0.5 pr-0.5 pl-2">
                {text}
                <Button
                  variant="ghost"
                  size="icon-sm"
                  className="size-5"
                  aria-label={`Remove ${text}`}
                  onClick={() => change([...path, index], undefined)}
                >
                  <X />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          // A form inside of a sheet's form would submit both.
          event.stopPropagation();
          add();
        }}
      >
        <Input
          aria-label={`${field.label}: id`}
          placeholder="Platform id"
          value={id}
          onChange={(event) => setId(event.target.value)}
          className="font-mono"
        />
        <Input
          aria-label={`${field.label}: name`}
          placeholder="Name, for people and QA"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={!id.trim()}>
          <Plus aria-hidden /> Add
        </Button>
      </form>
    </div>
  );
}

function labelOf(term: unknown): string {
  if (!isObject(term)) return String(term);
  return term.name ? `${term.name} (${term.id})` : String(term.id);
}
