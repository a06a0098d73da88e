import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, page, type Schema } from '../client';
import type { Start } from './list';
import type { TicketFilters } from './tickets';

/** A column is a status of tickets, with one exception: a ticket that is being deployed is still `READY_FOR_API`. */
export type ColumnKey = Schema<'TicketStatus'> | 'TRAFFICKING';

/** Cards per page: more than a column shows at once, and few enough for seven columns to load together. */
const PAGE_SIZE = 50;

/** One column of the board: its tickets, the last moved ones first. */
export const boardColumnQuery = (column: ColumnKey, filters: TicketFilters) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'board', column, filters],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filters, ...pageParam, ...stateOf(column), sort: '-updated_at', limit: PAGE_SIZE };
      return page<Schema<'Ticket'>>(api.GET('/api/v1/tickets', { params: { query }, signal }));
    },
    initialPageParam: {} as Start,
    getNextPageParam: (last) => last.next,
  });

function stateOf(column: ColumnKey): Pick<TicketFilters, 'status' | 'deploying'> {
  switch (column) {
    case 'READY_FOR_API':
      return { status: column, deploying: false };
    case 'TRAFFICKING':
      return { deploying: true };
    default:
      return { status: column };
  }
}
