import type { Schema } from '@/api/client';
import type { Conflict } from '@/components/conflict-dialog';
import { differencesOf } from '@/lib/diff';
import { shown } from './engine/entry';

type Ticket = Schema<'Ticket'>;

const LABELS: { readonly [field: string]: string } = { status: 'Status', variant: 'Variant' };

/** The differences between a ticket's current version and the intended change. */
export function conflictOf(theirs: Ticket, change: Schema<'TicketUpdate'>): Omit<Conflict, 'applyYours'> {
  const before = Object.fromEntries(
    Object.keys(change).map((key) => [key, (theirs as unknown as Record<string, unknown>)[key]]),
  );
  return {
    what: theirs.name,
    fields: differencesOf({ before, after: change }).map(({ path, before: now, after }) => ({
      label: LABELS[path] ?? path.replace('payload_config.', ''),
      theirs: shown(now) || '–',
      yours: shown(after) || '–',
    })),
  };
}
