'use client';

import { Unplug } from 'lucide-react';
import { useLiveState } from '@/api/live-provider';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { cn } from '@/lib/cn';
import { useNow } from '@/lib/use-now';

const LOOK = {
  idle: { label: 'Connecting', dot: 'bg-ink-faint', says: 'The live feed is being connected.' },
  connecting: { label: 'Connecting', dot: 'bg-warn', says: 'The live feed is being connected.' },
  open: { label: 'Live', dot: 'bg-ok', says: 'Changes appear here at once.' },
  waiting: {
    label: 'Offline',
    dot: 'bg-bad',
    says: 'The server does not answer. This page retries by itself.',
  },
} as const;

/** Shows if the data on screen is live. */
export function Connection() {
  const { state } = useLiveState();
  const look = LOOK[state.kind];
  return (
    <Tooltip content={look.says} side="bottom">
      <button
        type="button"
        aria-label={`Live feed: ${look.label}`}
        data-live={state.kind}
        className="flex h-6 items-center gap-1.5 rounded-md px-1.5 text-ink-soft text-xs"
      >
        <span className="relative flex size-2">
          {state.kind === 'open' && (
            <span className="absolute inset-0 animate-ping rounded-full bg-ok opacity-40 [animation-duration:2.4s]" />
          )}
          <span className={cn('size-2 rounded-full', look.dot)} />
        </span>
        <span className="hidden md:inline">{look.label}</span>
      </button>
    </Tooltip>
  );
}

/** A single failure is ignored. */
const FAILURES_TO_TELL = 2;

/** Says that the server is down, and that nothing will be missed. */
export function OfflineBanner() {
  const { state, retry } = useLiveState();
  const now = useNow(1000);
  if (state.kind !== 'waiting' || state.failures < FAILURES_TO_TELL) return null;
  const seconds = Math.max(0, Math.ceil((state.retryAt - now) / 1000));
  return (
    <div role="status" className="flex items-center gap-3 border-bad/40 border-b bg-bad-wash px-6 py-2">
      <Unplug className="size-4 shrink-0 text-bad" aria-hidden />
      <p className="flex-1">
        <strong className="font-semibold">The server does not answer.</strong>{' '}
        <span className="text-ink-soft">
          You see the last known data. When the server is back, this page continues and misses nothing
          {seconds > 0 ? `; next try in ${seconds} s.` : '.'}
        </span>
      </p>
      <Button size="sm" onClick={retry}>
        Try now
      </Button>
    </div>
  );
}
