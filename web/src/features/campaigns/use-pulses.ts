'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schema } from '@/api/client';
import type { LiveEvent } from '@/api/live';
import { useLiveEvents } from '@/api/live-provider';

/** As long as the animation takes. */
const PULSE_MS = 1800;

/** The campaigns whose rows pulse: something of theirs went live, or they were changed. */
export function usePulses(): ReadonlySet<string> {
  const client = useQueryClient();
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
    const lists = client.getQueriesData<Schema<'Ticket'>[]>({ queryKey: ['tickets', 'of-campaign'] });
    const id = campaignOf(
      event,
      lists.flatMap(([, tickets]) => tickets ?? []),
    );
    if (id) pulse(id);
  });
  return pulsing;
}

/** The campaign that an event shows at. A ticket's event does not name it, so the tickets on screen are asked. */
export function campaignOf(
  event: Pick<LiveEvent, 'type' | 'subject' | 'data'>,
  tickets: readonly Pick<Schema<'Ticket'>, 'id' | 'campaign_id'>[],
): string | undefined {
  const [kind, id] = event.subject.split('/');
  if (kind === 'campaigns') return event.type === 'campaign.deleted' ? undefined : id;
  if (kind !== 'tickets' || !wentLive(event.data)) return undefined;
  return tickets.find((ticket) => ticket.id === id)?.campaign_id;
}

function wentLive(data: unknown): boolean {
  const after = typeof data === 'object' && data !== null && 'after' in data ? data.after : undefined;
  return (
    typeof after === 'object' && after !== null && 'status' in after && after.status === 'TRAFFICKED_SUCCESS'
  );
}
