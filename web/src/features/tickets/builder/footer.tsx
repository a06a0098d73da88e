'use client';

import { useQueryClient } from '@tanstack/react-query';
import {
  ArrowLeft,
  ArrowRight,
  CloudAlert,
  CloudCheck,
  LoaderCircle,
  Rocket,
  ShieldCheck,
} from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { explain } from '@/api/problem';
import { deployTicket } from '@/api/queries/tickets';
import { Button } from '@/components/ui/button';
import { PanelFooter } from '@/components/ui/dialog';
import { labelOfStep } from './steps-nav';
import type { Draft, Saving } from './use-draft';

interface FooterProps {
  draft: Draft;
  steps: readonly string[];
  current: string;
  onStep: (step: string) => void;
  onClose: () => void;
}

/** The actions for the ticket: continue, save, check, deploy. */
export function Footer({ draft, steps, current, onStep, onClose }: FooterProps) {
  const client = useQueryClient();
  const [busy, setBusy] = useState<'save' | 'qa' | 'deploy'>();
  const { ticket, saving } = draft;
  const at = steps.indexOf(current);
  const before = steps[at - 1];
  const after = steps[at + 1];
  const during = async (what: 'save' | 'qa' | 'deploy', work: () => Promise<unknown>) => {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      toast.error(explain(error));
    } finally {
      setBusy(undefined);
    }
  };
  const keep = async () => {
    if (!(await draft.save())) return;
    toast.success('The draft is saved.');
    onClose();
  };
  const check = async () => {
    const judged = await draft.runQa();
    if (!judged) return;
    if (judged.status === 'READY_FOR_API') toast.success('Checks passed. The ticket is ready to deploy.');
    else toast.error('QA found errors.');
    onStep('review');
  };
  const deploy = async () => {
    const answer = await deployTicket(ticket.id);
    await client.invalidateQueries({ queryKey: ['deployments'] });
    toast.success(answer.message);
    onClose();
  };
  const ready = ticket.status === 'READY_FOR_API' && saving === 'saved';
  return (
    <PanelFooter className="flex-wrap">
      <SavingState saving={saving} />
      <Button variant="ghost" disabled={!before} onClick={() => before && onStep(before)}>
        <ArrowLeft aria-hidden /> Back
      </Button>
      <Button busy={busy === 'save'} onClick={() => during('save', keep)}>
        Save draft
      </Button>
      {after && (
        <Button variant="primary" onClick={() => onStep(after)}>
          {labelOfStep(after)} <ArrowRight aria-hidden />
        </Button>
      )}
      {!after && (
        <>
          <Button
            variant={ready ? 'secondary' : 'primary'}
            busy={busy === 'qa'}
            onClick={() => during('qa', check)}
          >
            <ShieldCheck aria-hidden /> Run QA
          </Button>
          <Button
            variant={ready ? 'primary' : 'secondary'}
            disabled={!ready}
            busy={busy === 'deploy'}
            onClick={() => during('deploy', deploy)}
          >
            <Rocket aria-hidden /> Deploy
          </Button>
        </>
      )}
    </PanelFooter>
  );
}

const STATES: Record<Saving, [typeof CloudCheck, string]> = {
  saved: [CloudCheck, 'Saved'],
  dirty: [LoaderCircle, 'Not saved yet'],
  saving: [LoaderCircle, 'Saving'],
  refused: [CloudAlert, 'Not saved'],
};

function SavingState({ saving }: { saving: Saving }) {
  const [Icon, label] = STATES[saving];
  return (
    <p role="status" className="mr-auto flex items-center gap-1.5 text-ink-faint text-xs">
      <Icon className={saving === 'refused' ? 'size-3.5 text-bad' : 'size-3.5'} aria-hidden /> {label}
    </p>
  );
}
