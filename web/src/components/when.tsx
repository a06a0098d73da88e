'use client';

import { ago, exact } from '@/lib/time';
import { useNow } from '@/lib/use-now';

/** A time in short form; the exact one is shown on hover. */
export function When({ time }: { time: string }) {
  const now = useNow(30_000);
  return (
    <time dateTime={time} title={exact(time)} className="text-ink-soft">
      {ago(time, now)}
    </time>
  );
}
