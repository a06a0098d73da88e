'use client';

import { useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { explain } from '@/api/problem';
import { retryMatching } from '@/api/queries/deployments';
import { JobProgress } from '@/components/job-progress';
import { ProblemNote } from '@/components/problem-state';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, PanelBody, PanelFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';

const SINCE = [
  { value: 'ever', label: 'Any time' },
  { value: '1h', label: 'Last hour' },
  { value: '24h', label: 'Last day' },
] as const;
const HOURS = { ever: undefined, '1h': 1, '24h': 24 } as const;

interface RetryFailedProps {
  platform: string | undefined;
  account: string | undefined;
  /** The conditions in words: `Meta, account 123`. */
  scope: string;
  onClose: () => void;
}

/** Retries all matching failures, a thousand at a time, and shows the number that remains. */
export function RetryFailed({ platform, account, scope, onClose }: RetryFailedProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [since, setSince] = useState<keyof typeof HOURS>('ever');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [done, setDone] = useState<{ job: string | undefined; remaining: number }>();
  const again = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const hours = HOURS[since];
      const answer = await retryMatching({
        ...(platform ? { platform } : {}),
        ...(account ? { account } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(hours ? { since: new Date(Date.now() - hours * 3_600_000).toISOString() } : {}),
      });
      setDone({ job: answer.job_id ?? undefined, remaining: answer.remaining });
      await client.invalidateQueries({ queryKey: ['deployments'] });
    } catch (error) {
      setRefusal(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title="Retry failures"
        description={`QA checks each ticket again, and then it is deployed. Scope: ${scope}.`}
      >
        <PanelBody className="flex flex-col gap-4">
          <Field label="Only if the reason contains" optional hint="Such as “budget” or “Invalid parameter”.">
            <Input value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <div className="flex flex-col gap-1">
            <span className="font-medium text-ink-soft text-xs">Failed within</span>
            <Segmented
              label="Failed within"
              value={since}
              options={SINCE}
              onChange={setSince}
              className="self-start"
            />
          </div>
          <ProblemNote>{refusal}</ProblemNote>
          {done && (
            <div className="flex flex-col gap-2 rounded-md border bg-canvas p-3">
              {done.job ? <JobProgress id={done.job} /> : <p role="status">No failure matches.</p>}
              {done.remaining > 0 && (
                <p>
                  <strong className="num font-semibold">{done.remaining.toLocaleString('en')}</strong> more
                  match.
                </p>
              )}
            </div>
          )}
        </PanelBody>
        <PanelFooter>
          <Button onClick={onClose}>{done ? 'Done' : 'Cancel'}</Button>
          {(!done || done.remaining > 0) && (
            <Button variant="primary" busy={busy} onClick={again}>
              <RotateCw aria-hidden /> {done ? 'Continue with the rest' : 'Try again'}
            </Button>
          )}
        </PanelFooter>
      </DialogContent>
    </Dialog>
  );
}
