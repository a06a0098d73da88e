import { queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, page, type Schema, tagged } from '../client';
import { pagedQuery } from './list';

/** The platforms with a connector; each says if the sandbox is used instead. */
export const platformsQuery = () =>
  queryOptions({
    queryKey: ['platforms', 'list'],
    queryFn: ({ signal }) => body(api.GET('/api/v1/platforms', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The house's rules and the tag of their version. */
export const qaPolicyQuery = () =>
  queryOptions({ queryKey: ['qa', 'policy'], queryFn: ({ signal }) => readQaPolicy(signal) });

export const readQaPolicy = (signal?: AbortSignal) =>
  tagged(api.GET('/api/v1/qa/policy', signal ? { signal } : {}));
export const saveQaPolicy = (policy: Schema<'QaPolicy'>, etag: string) =>
  tagged(api.PUT('/api/v1/qa/policy', { params: { header: ifMatch(etag) }, body: policy }));

interface EventFilters {
  subject?: string;
  type?: string;
  actor?: string;
}

/** The event log, newest first. */
export const eventsQuery = (filters: EventFilters) =>
  pagedQuery<Schema<'Event'>, EventFilters>('events', filters, (query, signal) =>
    page(api.GET('/api/v1/events', { params: { query }, signal })),
  );

/** The schemas of `payload_config` of one platform; they change only with the server's version. */
export const platformSchemasQuery = (platform: string) =>
  queryOptions({
    queryKey: ['platforms', 'schemas', platform],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/platforms/{platform}/schemas', { params: { path: { platform } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The values of a platform's fields that can be combined. */
export const combinationsQuery = (platform: string) =>
  queryOptions({
    queryKey: ['platforms', 'combinations', platform],
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/platforms/{platform}/combinations', { params: { path: { platform } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
