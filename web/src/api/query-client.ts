import { QueryClient } from '@tanstack/react-query';
import { OfflineError, ProblemError } from './problem';

/** The live feed reports changes, so nothing is refetched because of its age. */
const FRESH_MS = 60_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        // The server is often on this machine: the browser's online state is irrelevant for it.
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
