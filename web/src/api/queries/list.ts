import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Page } from '../client';
import type { Topic } from '../invalidate';

/** Rows per page: enough for two screens, few enough to load fast. */
const PAGE_SIZE = 100;

/** The start of a page. */
export type Start = NonNullable<Page<unknown>['next']>;

/** A list that loads page by page while one scrolls. `filters` are sent to the API unchanged. */
export function pagedQuery<Row, Filters extends object>(
  topic: Topic,
  filters: Filters,
  read: (query: Filters & Start & { limit: number }, signal: AbortSignal) => Promise<Page<Row>>,
) {
  return infiniteQueryOptions({
    queryKey: [topic, 'list', filters] as readonly unknown[],
    queryFn: ({ pageParam, signal }) => read({ ...filters, ...pageParam, limit: PAGE_SIZE }, signal),
    initialPageParam: {} as Start,
    getNextPageParam: (last) => last.next,
  });
}
