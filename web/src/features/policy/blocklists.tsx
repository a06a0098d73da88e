'use client';

import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Schema } from '@/api/client';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { Section } from './section';
import { addTerms, type Term, termLabel } from './terms';

type Blocklist = Schema<'Blocklist'>;
type Kind = keyof Blocklist;

const KINDS: readonly { kind: Kind; label: string }[] = [
  { kind: 'interests', label: 'Interests' },
  { kind: 'categories', label: 'Categories' },
  { kind: 'keywords', label: 'Keywords' },
];

interface BlocklistsProps {
  platforms: readonly Schema<'Platform'>[];
  blocklists: Record<string, Blocklist>;
  onChange: (blocklists: Record<string, Blocklist>) => void;
}

/** The terms that family-friendly brands must not target, platform by platform. */
export function Blocklists({ platforms, blocklists, onChange }: BlocklistsProps) {
  const keys = Object.keys(blocklists);
  const nameOf = (key: string) => platforms.find((platform) => platform.platform === key)?.name ?? key;
  return (
    <Section
      title="Blocklists"
      description="Terms that family-friendly brands must not target. A term matches every name that contains it, in upper or lower case."
    >
      <Tabs defaultValue={keys[0] ?? ''} className="rounded-lg border bg-panel">
        <TabsList className="px-4">
          {keys.map((key) => (
            <TabsTrigger key={key} value={key}>
              {nameOf(key)}
            </TabsTrigger>
          ))}
        </TabsList>
        {keys.map((key) => (
          <TabsContent key={key} value={key} className="flex flex-col divide-y">
            {KINDS.map(({ kind, label }) => (
              <Terms
                key={kind}
                label={label}
                of={nameOf(key)}
                terms={blocklists[key]?.[kind] ?? []}
                onChange={(terms) =>
                  onChange({ ...blocklists, [key]: { ...blocklists[key], [kind]: terms } })
                }
              />
            ))}
          </TabsContent>
        ))}
      </Tabs>
    </Section>
  );
}

interface TermsProps {
  label: string;
  of: string;
  terms: readonly Term[];
  onChange: (terms: Term[]) => void;
}

function Terms({ label, of, terms, onChange }: TermsProps) {
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    onChange(addTerms(terms, text));
    setText('');
  };
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex items-center gap-3">
        <h3 className="flex-1 font-medium">
          {label} <span className="num font-normal text-ink-faint">{terms.length}</span>
        </h3>
        <form onSubmit={add} className="flex w-72 gap-1.5">
          <Input
            aria-label={`Add to the ${label.toLowerCase()} of ${of}`}
            placeholder="Add terms, or ids as id:6003"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="h-7 text-xs"
          />
          <Button type="submit" size="sm" disabled={text.trim() === ''}>
            <Plus aria-hidden /> Add
          </Button>
        </form>
      </div>
      {terms.length === 0 ? (
        <p className="text-ink-faint text-xs">Nothing is blocked.</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {terms.map((term) => (
            <li
              key={termLabel(term)}
              className="inline-flex h-6 items-center gap-0.5 rounded-full border bg-canvas pr-0.5 pl-2.5 text-xs"
            >
              {termLabel(term)}
              <button
                type="button"
                aria-label={`Remove ${termLabel(term)}`}
                onClick={() => onChange(terms.filter((other) => other !== term))}
                className="flex size-5 items-center justify-center rounded-full text-ink-faint hover:bg-bad-wash hover:text-bad"
              >
                <X className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
