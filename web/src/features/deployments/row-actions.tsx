'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Ban, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { explain } from '@/api/problem';
import { cancelDeployment, retryDeployment } from '@/api/queries/deployments';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Button } from '@/components/ui/button';
import { isActive } from './wait';

type Deployment = Schema<'Deployment'>;

/** Retries a failed deployment; returns its state and the function that starts it. */
function useRetry({ id }: Deployment) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    try {
      const { message } = await retryDeployment(id);
      toast.success(message);
      await client.invalidateQueries({ queryKey: ['deployments'] });
    } catch (error) {
      toast.error('It cannot be retried', { description: explain(error) });
    } finally {
      setBusy(false);
    }
  };
  return { retry, busy };
}

interface RowActionsProps {
  deployment: Deployment;
  /** With text, outside of the table. */
  wide?: boolean;
}

/** Retries a failure, cancels an active deployment; shows the reason of a refusal. */
export function RowActions({ deployment, wide }: RowActionsProps) {
  const { retry, busy } = useRetry(deployment);
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const look = (label: string) =>
    wide
      ? ({} as const)
      : ({ variant: 'ghost', size: 'icon-sm', 'aria-label': label, title: label } as const);
  if (deployment.status === 'FAILURE') {
    return (
      <Button {...look('Retry')} busy={busy} onClick={retry}>
        {!busy && <RotateCw aria-hidden />} {wide && 'Retry'}
      </Button>
    );
  }
  if (!isActive(deployment)) return null;
  return (
    <>
      <Button {...look('Cancel')} onClick={() => setAsked(true)}>
        <Ban aria-hidden /> {wide && 'Cancel it'}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Cancel this deployment?"
        action="Cancel the deployment"
        danger
        onConfirm={async () => {
          await cancelDeployment(deployment.id);
          toast.success('Cancelled. The ticket stays ready.');
          await client.invalidateQueries({ queryKey: ['deployments'] });
        }}
      >
        <p>
          Its ticket stays ready and can be deployed again. Once something was sent, it can no longer be
          cancelled.
        </p>
      </ConfirmDialog>
    </>
  );
}
