'use client';

import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '@/api/queries/deployments';
import { DEPLOYMENT_STATUS } from '@/components/status-badge';
import { TONE_INK } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import { duration } from './history';

interface StatusTilesProps {
  filters: Parameters<typeof overviewQuery>[0];
  status: string | undefined;
  onStatus: (status: string | undefined) => void;
}

/** The numbers of deployments by status; a click shows only those. */
export function StatusTiles({ filters, status, onStatus }: StatusTilesProps) {
  const { data: overview } = useQuery(overviewQuery(filters));
  return (
    <section aria-label="Deployments by status" className="flex flex-col gap-2">
      <div className="flex h-7.5 items-center justify-between gap-3">
        <h2 className="font-medium text-ink-soft text-xs">Now</h2>
        {overview && <Queue depth={overview.queue_depth} oldestSeconds={overview.oldest_due_seconds} />}
      </div>
      <div className="grid flex-1 grid-cols-6 divide-x overflow-hidden rounded-lg border bg-panel">
        {Object.entries(DEPLOYMENT_STATUS).map(([value, { label, tone }]) => {
          const chosen = status === value;
          const count = overview?.by_status[value];
          return (
            <button
              key={value}
              type="button"
              aria-pressed={chosen}
              onClick={() => onStatus(chosen ? undefined : value)}
              className={cn(
                'flex min-h-17 min-w-20 flex-col justify-center gap-0.5 px-3 text-left -outline-offset-2 hover:bg-hover',
                chosen && 'bg-hover shadow-[inset_0_-2px_0_var(--gold-solid)]',
              )}
            >
              {count === undefined ? (
                <Skeleton className="my-1 h-5 w-8" />
              ) : (
                <span
                  className={cn('num font-semibold text-lg', count > 0 ? TONE_INK[tone] : 'text-ink-faint')}
                >
                  {count.toLocaleString('en')}
                </span>
              )}
              <span className="text-2xs text-ink-soft">{label}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}

function Queue({ depth, oldestSeconds }: { depth: number; oldestSeconds: number }) {
  return (
    <p className="num text-ink-faint text-xs">
      {depth === 0 ? (
        'Nothing is due'
      ) : (
        <>
          <span className="font-medium text-ink">{depth.toLocaleString('en')}</span> due, the oldest for{' '}
          <span className="font-medium text-ink">{duration(oldestSeconds * 1000)}</span>
        </>
      )}
    </p>
  );
}
