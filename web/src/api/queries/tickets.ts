import { queryOptions } from '@tanstack/react-query';
import { api, body, page, type Schema } from '../client';
import type { ListFilters } from './catalog';
import { pagedQuery } from './list';

export type TicketFilters = ListFilters<'/api/v1/tickets'>;

export const ticketsQuery = (filters: TicketFilters) =>
  pagedQuery<Schema<'Ticket'>, TicketFilters>('tickets', filters, (query, signal) =>
    page(api.GET('/api/v1/tickets', { params: { query }, signal })),
  );

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'detail', id],
    queryFn: ({ signal }) => body(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });

/** The tickets of one campaign: what its budget is used for, and where they are. */
export const campaignTicketsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['tickets', 'of-campaign', campaignId],
    queryFn: ({ signal }) => {
      const query = { campaign_id: campaignId, limit: 1000 };
      return body(api.GET('/api/v1/tickets', { params: { query }, signal }));
    },
  });
