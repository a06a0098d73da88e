import { queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, page, type Schema } from '../client';
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

/** The tickets of one campaign: their share of its budget, and their states. */
export const campaignTicketsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['tickets', 'of-campaign', campaignId],
    queryFn: ({ signal }) => {
      const query = { campaign_id: campaignId, limit: 1000 };
      return body(api.GET('/api/v1/tickets', { params: { query }, signal }));
    },
  });

/** The exact requests of a ticket in its current version, and the errors that prevent a deployment. */
export const ticketPreviewQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['tickets', 'preview', id, version],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/tickets/{id}/preview', { params: { path: { id } }, signal })),
  });

export const getTicket = (id: string) => body(api.GET('/api/v1/tickets/{id}', { params: { path: { id } } }));
export const createTicket = (input: Schema<'TicketCreate'>) =>
  body(api.POST('/api/v1/tickets', { body: input }));
export const updateTicket = (id: string, version: number, change: Schema<'TicketUpdate'>) =>
  body(api.PUT('/api/v1/tickets/{id}', { params: { path: { id }, header: ifMatch(version) }, body: change }));
export const deployTicket = (id: string) => body(api.POST('/api/v1/deploy', { body: { ticket_id: id } }));
export const deployTickets = (ids: string[]) =>
  body(api.POST('/api/v1/deploy/bulk', { body: { ticket_ids: ids } }));
