'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { boardColumnQuery, type ColumnKey } from '@/api/queries/board';
import type { TicketFilters } from '@/api/queries/tickets';
import type { Card } from './columns';

/** The data of a column. */
export interface ColumnData {
  cards: readonly Card[];
  /** The number of tickets in all; undefined until it is known. */
  total: number | undefined;
  isPending: boolean;
  error: Error | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => void;
  refetch: () => void;
}

function useColumn(column: ColumnKey, filters: TicketFilters): ColumnData {
  const query = useInfiniteQuery(boardColumnQuery(column, filters));
  const { data, fetchNextPage, refetch, hasNextPage, isFetchingNextPage, isPending, error } = query;
  return useMemo(
    () => ({
      cards: data?.pages.flatMap((page) => page.rows) ?? [],
      total: data?.pages[0]?.total,
      isPending,
      error,
      hasNextPage,
      isFetchingNextPage,
      fetchNextPage: () => void fetchNextPage(),
      refetch: () => void refetch(),
    }),
    [data, fetchNextPage, refetch, hasNextPage, isFetchingNextPage, isPending, error],
  );
}

/** All columns of the board. Each is a list of its own, so none has to be loaded completely. */
export function useBoard(filters: TicketFilters): Record<ColumnKey, ColumnData> {
  return {
    DRAFT: useColumn('DRAFT', filters),
    QA_TESTING: useColumn('QA_TESTING', filters),
    QA_FAILED: useColumn('QA_FAILED', filters),
    READY_FOR_API: useColumn('READY_FOR_API', filters),
    TRAFFICKING: useColumn('TRAFFICKING', filters),
    TRAFFICKED_SUCCESS: useColumn('TRAFFICKED_SUCCESS', filters),
    FAILED: useColumn('FAILED', filters),
  };
}
