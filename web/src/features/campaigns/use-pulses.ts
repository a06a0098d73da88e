'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveEvent } from '@/api/live';
import { useLiveEvents } from '@/api/live-provider';

/** The length of the animation. */
const PULSE_MS = 1800;

/** The campaigns whose rows pulse: one of their tickets went live, or they were changed. */
export function usePulses(): ReadonlySet<string> {
  const [pulsing, setPulsing] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const pulse = useCallback((id: string) => {
    setPulsing((now) => new Set(now).add(id));
    clearTimeout(timers.current.get(id));
    const end = () =>
      setPulsing((now) => {
        const rest = new Set(now);
        rest.delete(id);
        return rest;
      });
    timers.current.set(id, setTimeout(end, PULSE_MS));
  }, []);
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach((timer) => void clearTimeout(timer));
  }, []);
  useLiveEvents((event) => {
    const id = campaignOf(event);
    if (id) pulse(id);
  });
  return pulsing;
}

/** The campaign whose row an event concerns. */
export function campaignOf(event: Pick<LiveEvent, 'type' | 'subject' | 'data'>): string | undefined {
  const [kind, id] = event.subject.split('/');
  if (kind === 'campaigns') return event.type === 'campaign.deleted' ? undefined : id;
  const data = fieldsOf(event.data);
  if (kind !== 'tickets' || fieldsOf(data.after).status !== 'TRAFFICKED_SUCCESS') return undefined;
  return typeof data.campaign_id === 'string' ? data.campaign_id : undefined;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
