'use client';

import { useEffect, useRef, useState } from 'react';
import type { LiveEvent } from '@/api/live';
import { useLiveEvents } from '@/api/live-provider';

/** The length of the animation. */
const PULSE_MS = 1800;

/** The ticket whose status an event changed. */
export function movedTicket(event: Pick<LiveEvent, 'type' | 'subject'>): string | undefined {
  if (event.type !== 'ticket.status_changed') return undefined;
  return event.subject.match(/^tickets\/(.+)$/)?.[1];
}

/** The tickets that have just moved: their cards pulse. */
export function usePulse(): ReadonlySet<string> {
  const [pulsing, setPulsing] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach((timer) => void clearTimeout(timer));
  }, []);
  useLiveEvents((event) => {
    const id = movedTicket(event);
    if (!id) return;
    setPulsing((now) => new Set(now).add(id));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setPulsing((now) => new Set([...now].filter((other) => other !== id)));
    }, PULSE_MS);
    timers.current.add(timer);
  });
  return pulsing;
}
