'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Invalidator, topicsOf } from './invalidate';
import { browserFeed, type LiveEvent, type LiveFeed, type LiveState } from './live';

const IDLE: LiveState = { kind: 'idle' };
const Feed = createContext<LiveFeed | undefined>(undefined);

/** Keeps one live feed for the whole page, and refetches queries that the feed reports as old. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [feed] = useState(browserFeed);
  const client = useQueryClient();
  useEffect(() => {
    const invalidator = new Invalidator(client);
    const ends = [
      feed.onEvent((event) => invalidator.add(topicsOf(event))),
      // Data read before the feed was open may lack a change that the feed does not report.
      feed.onOpen(() => void client.invalidateQueries()),
    ];
    feed.start();
    const wake = () => feed.start();
    window.addEventListener('online', wake);
    return () => {
      window.removeEventListener('online', wake);
      for (const end of ends) end();
      invalidator.stop();
      feed.stop();
    };
  }, [feed, client]);
  return <Feed value={feed}>{children}</Feed>;
}

/** The feed's connection, and a function that tries again at once. */
export function useLiveState(): { state: LiveState; retry: () => void } {
  const feed = use(Feed);
  const state = useSyncExternalStore(
    (changed) => feed?.onState(changed) ?? (() => undefined),
    () => feed?.state ?? IDLE,
    () => IDLE,
  );
  return { state, retry: () => feed?.start() };
}

/** Calls `listener` with every event from now on. */
export function useLiveEvents(listener: (event: LiveEvent) => void): void {
  const feed = use(Feed);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => feed?.onEvent((event) => latest.current(event)), [feed]);
}
