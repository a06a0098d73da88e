'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';

/** Some of the address's search parameters; empty ones count as absent. */
export type UrlState<Key extends string> = { readonly [key in Key]?: string };

export function readState<Key extends string>(query: URLSearchParams, keys: readonly Key[]): UrlState<Key> {
  const state: { [key in Key]?: string } = {};
  for (const key of keys) {
    const value = query.get(key);
    if (value) state[key] = value;
  }
  return state;
}

/** The query with a change; all other parameters stay. */
export function writeState(query: URLSearchParams, change: Record<string, string | undefined>): string {
  const next = new URLSearchParams(query);
  for (const [key, value] of Object.entries(change)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  const text = next.toString();
  return text ? `?${text}` : '';
}

type Change<Key extends string> = { [key in Key]?: string | undefined };

/**
 * Keeps the state of a screen (filters, sorting, the open panel) in the address, so that it can be shared
 * and survives a reload. `push` makes the change a step that the browser's Back undoes. `keys` must be a
 * constant of the module.
 */
export function useUrlState<Key extends string>(
  keys: readonly Key[],
): [UrlState<Key>, (change: Change<Key>, how?: 'replace' | 'push') => void] {
  const query = useSearchParams();
  const state = useMemo(() => readState(query, keys), [query, keys]);
  const write = useCallback((change: Change<Key>, how: 'replace' | 'push' = 'replace') => {
    // Not through the router: nothing has to be fetched for it.
    const { pathname, search } = window.location;
    const target = pathname + writeState(new URLSearchParams(search), change);
    if (how === 'push') window.history.pushState(null, '', target);
    else window.history.replaceState(null, '', target);
  }, []);
  return [state, write];
}
