import type { Schema } from '@/api/client';
import type { ColumnKey } from '@/api/queries/board';
import { TICKET_STATUS } from '@/components/status-badge';

/** One card is one ticket. */
export type Card = Schema<'Ticket'>;

export const COLUMNS: readonly { key: ColumnKey; label: string }[] = [
  { key: 'DRAFT', label: TICKET_STATUS.DRAFT.label },
  { key: 'QA_TESTING', label: TICKET_STATUS.QA_TESTING.label },
  { key: 'QA_FAILED', label: TICKET_STATUS.QA_FAILED.label },
  { key: 'READY_FOR_API', label: TICKET_STATUS.READY_FOR_API.label },
  { key: 'TRAFFICKING', label: 'Trafficking' },
  { key: 'TRAFFICKED_SUCCESS', label: TICKET_STATUS.TRAFFICKED_SUCCESS.label },
  { key: 'FAILED', label: TICKET_STATUS.FAILED.label },
];

export function labelOf(key: unknown): string {
  return COLUMNS.find((column) => column.key === key)?.label ?? '';
}

export function isColumn(key: unknown): key is ColumnKey {
  return COLUMNS.some((column) => column.key === key);
}

/** The effect of a drop on this column, for screen readers. */
export function promiseOf(key: ColumnKey): string {
  if (key === 'QA_TESTING') return 'Dropping it here runs QA.';
  if (key === 'TRAFFICKING') return 'Dropping it here deploys it.';
  return `Dropping it here requests the status ${labelOf(key)}.`;
}

/** The column on the left (-1) or right (1) of another one; the first and last have none beyond. */
export function neighbour(key: unknown, step: -1 | 1): ColumnKey | undefined {
  const at = COLUMNS.findIndex((column) => column.key === key);
  return at < 0 ? undefined : COLUMNS[at + step]?.key;
}

/** The places of cards while a move is under way: at once where they were dropped. */
export function withMoves(
  key: ColumnKey,
  cards: readonly Card[],
  moving: ReadonlyMap<string, { card: Card; to: ColumnKey }>,
): Card[] {
  if (moving.size === 0) return [...cards];
  const arriving = [...moving.values()].filter(({ to }) => to === key).map(({ card }) => card);
  return [...arriving, ...cards.filter((card) => !moving.has(card.id))];
}
