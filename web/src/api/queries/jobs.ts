import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '../client';

/** The live feed reports progress too; this is for times without a connection. */
const WHILE_RUNNING_MS = 1_000;

/** A job and its progress. Polling stops when it has ended. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', 'detail', id],
    queryFn: ({ signal }) => body(api.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (hasEnded(state.data) ? false : WHILE_RUNNING_MS),
  });

/** The first refused items of a job. The count is part of the key, so a further refusal refetches them. */
export const refusedItemsQuery = (id: string, refused: number, limit: number) =>
  queryOptions({
    queryKey: ['jobs', 'refused', id, refused, limit],
    queryFn: ({ signal }) => {
      const query = { state: 'refused', limit };
      return body(api.GET('/api/v1/jobs/{id}/items', { params: { path: { id }, query }, signal }));
    },
    enabled: refused > 0,
  });

export const stopJob = (id: string) => body(api.POST('/api/v1/jobs/{id}/stop', { params: { path: { id } } }));

export function hasEnded(job: Pick<Schema<'Job'>, 'status'> | undefined): boolean {
  return job !== undefined && job.status !== 'running';
}
