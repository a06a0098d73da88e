'use client';

import { ProblemState } from '@/components/problem-state';
import { SandboxMark } from '@/components/sandbox-mark';
import { StatusBadge } from '@/components/status-badge';
import { Skeleton } from '@/components/ui/skeleton';
import { Findings } from '../findings';
import { Requests } from './requests';
import type { Draft } from './use-draft';

interface ReviewProps {
  draft: Draft;
  /** Jumps to the field of a finding. */
  onFinding: (pointer: string) => void;
}

/** The exact requests, and the errors and warnings. */
export function Review({ draft, onFinding }: ReviewProps) {
  const { ticket, violations, preview } = draft;
  const { data, error, refetch } = preview;
  const blocked = violations.some((violation) => violation.severity === 'error');
  return (
    <>
      <section aria-labelledby="review-findings" className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <h3 id="review-findings" className="flex-1 font-semibold">
            {blocked ? 'What to mend' : 'Nothing speaks against it'}
          </h3>
          <StatusBadge kind="ticket" status={ticket.status} />
        </div>
        {!blocked && (
          <p className="text-ink-soft">
            {ticket.status === 'READY_FOR_API'
              ? 'QA checked exactly these requests. It can be deployed.'
              : 'QA would pass it as it is. Run it, and the ticket can be deployed.'}
          </p>
        )}
        {violations.length > 0 && <Findings findings={violations} onFinding={onFinding} />}
      </section>
      <section aria-labelledby="review-requests" className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <h3 id="review-requests" className="flex-1 font-semibold">
            What would be sent
          </h3>
          {data?.sandbox && <SandboxMark />}
        </div>
        {error && !data && <ProblemState error={error} retry={() => void refetch()} />}
        {!data && !error && <Skeleton className="h-32" />}
        {data && <Requests preview={data} />}
      </section>
    </>
  );
}
