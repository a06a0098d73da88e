'use client';

import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryOptions,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '@/api/client';
import type { Start } from '@/api/queries/list';
import type { PagedRows } from './data-table';

type Options<Row> = UseInfiniteQueryOptions<
  Page<Row>,
  Error,
  InfiniteData<Page<Row>>,
  readonly unknown[],
  Start
>;

/** A list of the API for `DataTable`. While filters change, the previous rows stay on screen. */
export function usePaged<Row>(options: Options<Row>): PagedRows<Row> & { isPlaceholderData: boolean } {
  const query = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  const { data, refetch, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  return {
    rows,
    total: data?.pages[0]?.total,
    isPending: query.isPending,
    isPlaceholderData: query.isPlaceholderData,
    error: query.error,
    refetch: () => void refetch(),
    hasNextPage: query.hasNextPage,
    isFetchingNextPage: query.isFetchingNextPage,
    fetchNextPage: () => void fetchNextPage(),
  };
}
