'use client';

import { History, X } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { eventsQuery } from '@/api/queries/house';
import { type DataColumn, DataTable } from '@/components/data-table/data-table';
import { FilterBar } from '@/components/data-table/filter-bar';
import { usePaged } from '@/components/data-table/use-paged';
import { EmptyState } from '@/components/empty-state';
import { Filter } from '@/components/filters/catalog-filters';
import { PageHeader } from '@/components/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type Difference, differencesOf } from '@/lib/diff';
import { exact } from '@/lib/time';
import { useUrlState } from '@/lib/url-state';
import { EventSheet } from './event-sheet';
import { EVENT_TYPES, eventLabel } from './event-types';
import { useNames } from './use-names';
import { shortValue } from './value';

type Event = Schema<'Event'>;

const KEYS = ['type', 'subject', 'actor'] as const;
/** All actors, until people can log in. */
const ACTORS = [
  { value: 'user:local', label: 'user:local' },
  { value: 'user:demo', label: 'user:demo' },
  { value: 'system:worker', label: 'system:worker' },
];

/** The audit trail: changes with their actor, time, and values before and after. */
export function AuditPage() {
  const [filters, setUrl] = useUrlState(KEYS);
  const data = usePaged(eventsQuery(filters));
  const [open, setOpen] = useState<Event>();
  const nameOf = useNames();
  const filtered = Object.keys(filters).length > 0;
  const clear = () => setUrl({ type: undefined, subject: undefined, actor: undefined });
  const columns: DataColumn<Event>[] = [
    {
      id: 'time',
      header: 'Time',
      width: '14rem',
      cell: (event) => <span className="num text-ink-soft">{exact(event.time)}</span>,
    },
    {
      id: 'actor',
      header: 'Actor',
      width: '9.5rem',
      cell: (event) => <span className="font-mono text-xs">{event.actor}</span>,
    },
    {
      id: 'type',
      header: 'Event',
      width: '13rem',
      cell: (event) => (
        <button type="button" onClick={() => setOpen(event)} className="font-medium hover:text-gold">
          {eventLabel(event.type)}
        </button>
      ),
    },
    {
      id: 'subject',
      header: 'Subject',
      width: '19rem',
      cell: (event) => (
        <button
          type="button"
          title="Show only events of this one"
          onClick={() => setUrl({ subject: event.subject }, 'push')}
          className="max-w-full truncate font-mono text-ink-soft text-xs hover:text-gold"
        >
          {nameOf(event)}
        </button>
      ),
    },
    { id: 'change', header: 'Change', cell: (event) => <Summary event={event} /> },
  ];
  return (
    <>
      <PageHeader
        title="Audit trail"
        description="All changes, with actor, time, and values before and after. Nothing is ever removed."
      />
      <FilterBar total={data.total} noun="event" onClear={filtered ? clear : undefined}>
        <Filter
          label="Event"
          options={EVENT_TYPES}
          value={filters.type}
          onChange={(type) => setUrl({ type })}
        />
        <Filter
          label="Actor"
          options={ACTORS}
          value={filters.actor}
          onChange={(actor) => setUrl({ actor })}
        />
        {filters.subject && (
          <Badge tone="gold" className="h-7 pr-1">
            only {filters.subject.split('/')[0]} {filters.subject.split('/')[1]?.slice(-6)}
            <Button
              variant="ghost"
              size="bare"
              aria-label="Show all subjects"
              onClick={() => setUrl({ subject: undefined })}
            >
              <X />
            </Button>
          </Badge>
        )}
      </FilterBar>
      <DataTable
        label="Events"
        columns={columns}
        data={data}
        rowId={(event) => event.id}
        rowHeight={36}
        minWidth="72rem"
        empty={
          <EmptyState icon={History} title="No events yet" description="Every change is recorded here.">
            {filtered && <Button onClick={clear}>Show everything</Button>}
          </EmptyState>
        }
      />
      <EventSheet event={open} name={open && nameOf(open)} onClose={() => setOpen(undefined)} />
    </>
  );
}

/** The number that fits into a row. */
const MOST_SHOWN = 3;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Ids mean little in a row, so more readable differences come first, and changes come before additions. */
function telling(differences: readonly Difference[]): Difference[] {
  const readable = differences.filter(({ after }) => typeof after !== 'string' || !UUID.test(after));
  return readable.sort((a, b) => Number(b.before !== undefined) - Number(a.before !== undefined));
}

function Summary({ event }: { event: Event }) {
  const differences = telling(differencesOf(event.data));
  return (
    <span className="text-xs">
      {differences.slice(0, MOST_SHOWN).map((difference) => (
        <span key={difference.path} className="mr-3">
          <span className="text-ink-faint">{difference.path}</span>{' '}
          {difference.before !== undefined && difference.before !== null && (
            <span className="text-ink-soft line-through decoration-line-strong">
              {shortValue(difference.before)}
            </span>
          )}{' '}
          <span>{shortValue(difference.after)}</span>
        </span>
      ))}
      {differences.length > MOST_SHOWN && (
        <span className="text-ink-faint">and {differences.length - MOST_SHOWN} more</span>
      )}
    </span>
  );
}
