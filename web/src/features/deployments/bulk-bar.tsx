'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Ban, RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { cancelDeployment, retryDeployment } from '@/api/queries/deployments';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, PanelBody, PanelFooter } from '@/components/ui/dialog';
import { actOnMany } from './act-on-many';
import { type Outcome, Refusals } from './refusals';
import { isActive } from './wait';

type Deployment = Schema<'Deployment'>;

/** The actions for the selected rows. */
export function BulkBar({ rows, onClear }: { rows: readonly Deployment[]; onClear: () => void }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState<'retry' | 'cancel'>();
  const [outcome, setOutcome] = useState<Outcome>();
  const failed = rows.filter(({ status }) => status === 'FAILURE');
  const active = rows.filter(isActive);
  const run = async (what: 'retry' | 'cancel') => {
    setBusy(what);
    const result =
      what === 'retry' ? await actOnMany(failed, retryDeployment) : await actOnMany(active, cancelDeployment);
    setBusy(undefined);
    onClear();
    const done = what === 'retry' ? 'retried' : 'cancelled';
    if (result.refused.length > 0) setOutcome(result);
    else toast.success(`${result.accepted.toLocaleString('en')} ${done}.`);
    await client.invalidateQueries({ queryKey: ['deployments'] });
  };
  return (
    <>
      {rows.length > 0 && (
        <section
          aria-label="With the selected rows"
          className="-translate-x-1/2 fixed bottom-5 left-1/2 z-30 flex items-center gap-2 rounded-xl border border-line-strong/60 bg-raised p-2 pl-4 shadow-pop"
        >
          <p className="num pr-2" aria-live="polite">
            <strong className="font-semibold">{rows.length.toLocaleString('en')}</strong> selected
          </p>
          <Button
            variant="primary"
            disabled={failed.length === 0 || busy !== undefined}
            busy={busy === 'retry'}
            onClick={() => run('retry')}
          >
            <RotateCw aria-hidden /> Retry {failed.length > 0 && failed.length} failed
          </Button>
          <Button
            disabled={active.length === 0 || busy !== undefined}
            busy={busy === 'cancel'}
            onClick={() => run('cancel')}
          >
            <Ban aria-hidden /> Cancel {active.length > 0 && active.length} not ended
          </Button>
          <Button variant="ghost" size="icon" aria-label="Clear the selection" onClick={onClear}>
            <X />
          </Button>
        </section>
      )}
      <Dialog open={outcome !== undefined} onOpenChange={(next) => !next && setOutcome(undefined)}>
        <DialogContent
          title="Some actions were refused"
          description={`${outcome?.accepted ?? 0} done, ${outcome?.refused.length ?? 0} refused.`}
        >
          <PanelBody>{outcome && <Refusals refused={outcome.refused} />}</PanelBody>
          <PanelFooter>
            <Button onClick={() => setOutcome(undefined)}>Close</Button>
          </PanelFooter>
        </DialogContent>
      </Dialog>
    </>
  );
}
