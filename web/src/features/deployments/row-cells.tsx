'use client';

import { Hand, ParkingCircle } from 'lucide-react';
import type { Schema } from '@/api/client';
import { cn } from '@/lib/cn';
import { useNow } from '@/lib/use-now';
import { countdown, holdOf, isActive } from './wait';

type Deployment = Schema<'Deployment'>;

/** The ticket's name, and the reason of its failure or wait; it opens the timeline. */
export function NameCell({ deployment, open }: { deployment: Deployment; open: () => void }) {
  const { error, status, ticket_name: name } = deployment;
  return (
    <button type="button" onClick={open} className="group/name block w-full text-left leading-4.5">
      <span className="block truncate font-mono text-xs group-hover/name:text-gold" title={name}>
        {name}
      </span>
      {error && (
        <span
          title={error}
          className={cn('block truncate text-xs', status === 'FAILURE' ? 'text-bad' : 'text-ink-soft')}
        >
          {error}
        </span>
      )}
    </button>
  );
}

/** The cause of the wait: a paused or parked account, or a time. It counts down. */
export function WaitCell(props: { deployment: Deployment; accounts: readonly Schema<'Account'>[] }) {
  const { deployment } = props;
  // Only waiting deployments need a clock.
  return isActive(deployment) && deployment.status !== 'STARTED' ? (
    <Waiting {...props} />
  ) : (
    <span className="text-ink-faint">–</span>
  );
}

function Waiting({
  deployment,
  accounts,
}: {
  deployment: Deployment;
  accounts: readonly Schema<'Account'>[];
}) {
  const now = useNow(1000);
  const hold = holdOf(deployment, accounts, now);
  if (hold?.pause) {
    return (
      <span className="flex items-center gap-1.5 text-info">
        <Hand className="size-3.5" aria-hidden /> paused
      </span>
    );
  }
  if (hold?.parked) {
    return (
      <span className="num flex items-center gap-1.5 text-warn" title={hold.parked.message}>
        <ParkingCircle className="size-3.5" aria-hidden />
        {countdown(hold.parked.parked_until, now)}
      </span>
    );
  }
  const left = countdown(deployment.next_attempt_at, now);
  return left ? <span className="num">{left}</span> : <span className="text-ink-soft">a worker</span>;
}
