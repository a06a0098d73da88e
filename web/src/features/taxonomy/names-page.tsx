'use client';

import { useMutation } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { validateNames } from '@/api/queries/taxonomy';
import { type DataColumn, DataTable } from '@/components/data-table/data-table';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { ProblemState } from '@/components/problem-state';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { JUDGEMENTS, judge, namesIn } from './names';

type Verdict = Schema<'NameVerdict'>;
type Shown = 'all' | 'wrong';

const EXAMPLE = 'DIS_US_META_2026_MoanaLaunch\nDIS_USA_META_2026_MoanaLaunch\nmoana launch final v2';

/** Checks names, for example from an account's export, against the taxonomy, and shows the reason of each invalid one. */
export function NamesPage() {
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const check = useMutation({ mutationFn: validateNames });
  const names = namesIn(text);
  const verdicts = check.data ?? [];
  const wrong = verdicts.filter((verdict) => judge(verdict) === 'wrong' || judge(verdict) === 'ambiguous');
  return (
    <>
      <PageHeader
        title="Names"
        description="Paste names, one per line, to check them against the taxonomy."
      />
      <div className="grid min-h-0 flex-1 grid-rows-[auto_1fr] border-t lg:grid-cols-[22rem_1fr] lg:grid-rows-1">
        <form
          className="flex flex-col gap-3 border-b px-6 py-4 lg:border-r lg:border-b-0"
          onSubmit={(event) => {
            event.preventDefault();
            check.mutate(names);
          }}
        >
          <Field
            label="Names"
            hint="Thousands are possible. In a pasted sheet, only the first column counts."
            className="lg:min-h-0 lg:flex-1"
          >
            <Textarea
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) check.mutate(names);
              }}
              placeholder={EXAMPLE}
              className="min-h-40 flex-1 resize-none whitespace-pre font-mono text-xs leading-5"
            />
          </Field>
          <div className="flex items-center gap-2">
            <Button type="submit" variant="primary" busy={check.isPending} disabled={names.length === 0}>
              Check {names.length > 0 ? names.length.toLocaleString('en') : ''} name
              {names.length === 1 ? '' : 's'}
            </Button>
            <Button variant="ghost" onClick={() => setText(EXAMPLE)}>
              Example
            </Button>
          </div>
        </form>
        <div className="flex min-h-0 min-w-0 flex-col">
          {check.error && <ProblemState error={check.error} retry={() => check.mutate(names)} />}
          {!check.data && !check.error && (
            <EmptyState
              icon={ListChecks}
              title="Nothing checked yet"
              description="The verdicts appear here, with the nearest code for a mistyped one."
            />
          )}
          {check.data && (
            <>
              <div className="flex flex-wrap items-center gap-3 px-6 py-3">
                <p aria-live="polite" className="num flex-1">
                  <strong className="text-ok">
                    {(verdicts.length - wrong.length).toLocaleString('en')} valid
                  </strong>
                  <span className="text-ink-faint"> · </span>
                  <strong className={wrong.length > 0 ? 'text-bad' : 'text-ink-faint'}>
                    {wrong.length.toLocaleString('en')} not valid
                  </strong>
                </p>
                <Segmented
                  label="Names to show"
                  value={shown}
                  onChange={setShown}
                  options={[
                    { value: 'all', label: 'All' },
                    { value: 'wrong', label: 'Not valid' },
                  ]}
                />
              </div>
              <DataTable
                label="Verdicts"
                columns={COLUMNS}
                data={whole(shown === 'all' ? verdicts : wrong)}
                rowId={(verdict) => verdict.name}
                rowHeight={58}
                minWidth="48rem"
                empty={
                  <EmptyState
                    icon={ListChecks}
                    title="All of them are valid"
                    description="No name needs a fix."
                  />
                }
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** Rows that are all loaded. */
function whole(rows: Verdict[]) {
  const nothing = () => undefined;
  return {
    rows,
    total: rows.length,
    isPending: false,
    error: null,
    refetch: nothing,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: nothing,
  };
}

const COLUMNS: DataColumn<Verdict>[] = [
  {
    id: 'name',
    header: 'Name',
    width: '38%',
    cell: (verdict) => (
      <span className="font-mono text-xs" title={verdict.name}>
        {verdict.name}
      </span>
    ),
  },
  {
    id: 'verdict',
    header: 'Verdict',
    width: '10rem',
    cell: (verdict) => {
      const { label, tone } = JUDGEMENTS[judge(verdict)];
      return <Badge tone={tone}>{label}</Badge>;
    },
  },
  { id: 'why', header: 'Reason and fix', cell: (verdict) => <Why verdict={verdict} /> },
];

/** A suggestion is a sentence, or just the nearest code. */
function hint(suggestion: string): string {
  return suggestion.includes(' ') ? suggestion : `The nearest is ${suggestion}.`;
}

function Why({ verdict }: { verdict: Verdict }) {
  if (verdict.ambiguous.length > 0) {
    const ways = verdict.ambiguous
      .map(({ parts }) => `brand ${parts.brand}, market ${parts.market}`)
      .join('; or ');
    return (
      <span title={ways}>
        It can be read in {verdict.ambiguous.length} ways: {ways}.
      </span>
    );
  }
  if (verdict.reading) {
    const { brand, market, channel, year, campaign } = verdict.reading.parts;
    return (
      <span className="text-ink-soft">
        {brand} · {market} · {channel} · {year} · {campaign}
      </span>
    );
  }
  const told = verdict.problems.map((problem) => `${problem.detail} ${problem.suggestion ?? ''}`).join(' ');
  return (
    <span className="line-clamp-3 whitespace-normal text-xs leading-4" title={told}>
      {verdict.problems.map((problem) => (
        <span key={problem.part + problem.detail}>
          {problem.detail}{' '}
          {problem.suggestion && <span className="text-gold">{hint(problem.suggestion)}</span>}{' '}
        </span>
      ))}
    </span>
  );
}
