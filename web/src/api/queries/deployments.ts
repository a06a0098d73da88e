import { queryOptions } from '@tanstack/react-query';
import { api, body, page, type Schema } from '../client';
import type { ListFilters } from './catalog';
import { pagedQuery } from './list';

export type DeploymentFilters = ListFilters<'/api/v1/deployments'>;

export const deploymentsQuery = (filters: DeploymentFilters) =>
  pagedQuery<Schema<'Deployment'>, DeploymentFilters>('deployments', filters, (query, signal) =>
    page(api.GET('/api/v1/deployments', { params: { query }, signal })),
  );

/** One deployment with its steps, attempts and events. */
export const deploymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['deployments', 'detail', id],
    queryFn: ({ signal }) => body(api.GET('/api/v1/deployments/{id}', { params: { path: { id } }, signal })),
  });

/** The deployments of one ticket, newest first. */
export const ticketDeploymentsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ['deployments', 'of-ticket', ticketId],
    queryFn: ({ signal }) => {
      const query = { ticket_id: ticketId, limit: 20 };
      return body(api.GET('/api/v1/deployments', { params: { query }, signal }));
    },
  });

/**
 * Changes by time alone (a deployment falls due, a worker stops answering) have no event, so these are also
 * refetched at this interval.
 */
const BY_THE_CLOCK_MS = 10_000;

/** The numbers of deployments by status, with these filters. */
export const overviewQuery = (filters: Omit<DeploymentFilters, 'status' | 'sort'>) =>
  queryOptions({
    queryKey: ['deployments', 'overview', filters],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/deployments/overview', { params: { query: filters }, signal })),
    refetchInterval: BY_THE_CLOCK_MS,
  });

/** The deployments that ended in the last minutes, divided into spans. */
export const historyQuery = (minutes: number, spans: number) =>
  queryOptions({
    queryKey: ['deployments', 'history', minutes, spans],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/deployments/history', { params: { query: { minutes, spans } }, signal })),
    refetchInterval: BY_THE_CLOCK_MS,
  });

export const workersQuery = () =>
  queryOptions({
    queryKey: ['deployments', 'workers'],
    queryFn: ({ signal }) => body(api.GET('/api/v1/workers', { signal })),
    refetchInterval: BY_THE_CLOCK_MS,
  });

/** A deployed ticket keeps its name, so no event changes it. */
export const ticketNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket-names', id],
    queryFn: async ({ signal }) => {
      const ticket = await body(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal }));
      return ticket.name;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const retryDeployment = (id: string) =>
  body(api.POST('/api/v1/deployments/{id}/retry', { params: { path: { id } } }));
export const retryMatching = (matching: Schema<'RetryRequest'>) =>
  body(api.POST('/api/v1/deployments/retry', { body: matching }));
export const cancelDeployment = (id: string) =>
  body(api.POST('/api/v1/deployments/{id}/cancel', { params: { path: { id } } }));
