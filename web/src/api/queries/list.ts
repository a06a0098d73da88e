import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Page } from '../client';
import type { Topic } from '../invalidate';

/** Rows of a page: enough for two screens, small enough to come at once. */
const PAGE_SIZE = 100;

/** Where a page begins. */
export type Start = NonNullable<Page<unknown>['next']>;

/** A list that is read page by page as one scrolls. `filters` go to the API as they are. */
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
