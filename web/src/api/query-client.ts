import { QueryClient } from '@tanstack/react-query';
import { OfflineError, ProblemError } from './problem';

/** The live feed says when something is old, so nothing is read anew by time alone. */
const FRESH_MS = 60_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        // The server is on this machine more often than not: the browser's idea of being online says nothing about it.
        networkMode: 'always',
        retry: (failures, error) =>
          failures < 2 &&
          (error instanceof OfflineError || (error instanceof ProblemError && error.status >= 500)),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
