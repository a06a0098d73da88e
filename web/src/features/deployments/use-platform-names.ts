'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { platformsQuery } from '@/api/queries/house';

/** A platform's name by its key. */
export function usePlatformNames(): (key: string) => string {
  const { data } = useQuery(platformsQuery());
  return useCallback((key) => data?.find(({ platform }) => platform === key)?.name ?? key, [data]);
}
