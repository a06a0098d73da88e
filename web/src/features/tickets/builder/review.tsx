'use client';

import { ProblemState } from '@/components/problem-state';
import { SandboxMark } from '@/components/sandbox-mark';
import { StatusBadge } from '@/components/status-badge';
import { Skeleton } from '@/components/ui/skeleton';
import { counted } from '@/lib/counted';
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
  const errors = violations.filter((violation) => violation.severity === 'error').length;
  return (
    <>
      <section aria-labelledby="review-findings" className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <h3 id="review-findings" className="flex-1 font-semibold">
            {errors > 0 ? counted(errors, 'error') : 'Checks passed'}
          </h3>
          <StatusBadge kind="ticket" status={ticket.status} />
        </div>
        {errors === 0 && (
          <p className="text-ink-soft">
            {ticket.status === 'READY_FOR_API'
              ? 'QA checked exactly these requests. The ticket is ready to deploy.'
              : 'QA finds no errors in the current draft. Run QA to make the ticket ready to deploy.'}
          </p>
        )}
        {violations.length > 0 && <Findings findings={violations} onFinding={onFinding} />}
      </section>
      <section aria-labelledby="review-requests" className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <h3 id="review-requests" className="flex-1 font-semibold">
            Requests to the platform
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
