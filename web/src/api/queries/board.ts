import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body, page, type Schema } from '../client';
import type { Start } from './list';
import type { TicketFilters } from './tickets';

/** Cards of a page: more than a column shows at once, and few enough for seven columns to come together. */
const PAGE_SIZE = 50;

/** One column of the board: the tickets of one status, what moved last on top. */
export const boardColumnQuery = (status: string, filters: TicketFilters) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'board', status, filters],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filters, ...pageParam, status, sort: '-updated_at', limit: PAGE_SIZE };
      return page<Schema<'Ticket'>>(api.GET('/api/v1/tickets', { params: { query }, signal }));
    },
    initialPageParam: {} as Start,
    getNextPageParam: (last) => last.next,
  });

/** So many deployments are told apart from waiting tickets; it takes the API's largest page to know them. */
const MOST_ACTIVE = 1000;

/** The deployments that are under way. */
export const activeDeploymentsQuery = () =>
  queryOptions({
    queryKey: ['deployments', 'active'],
    queryFn: ({ signal }) => {
      const query = { status: 'PENDING,STARTED,RETRY', limit: MOST_ACTIVE };
      return page<Schema<'Deployment'>>(api.GET('/api/v1/deployments', { params: { query }, signal }));
    },
  });

/** A ticket that is being deployed. It cannot change meanwhile, so no event has it read anew. */
export const deployedTicketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'deployed', id],
    queryFn: ({ signal }) => body(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
    staleTime: 'static',
  });
