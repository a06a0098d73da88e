'use client';

import { type ReactNode, useState } from 'react';
import { explain } from '@/api/problem';
import { ProblemNote } from './problem-state';
import { Button } from './ui/button';
import { Dialog, DialogContent, PanelBody, PanelFooter } from './ui/dialog';

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  action: string;
  danger?: boolean;
  /** Runs when confirmed. The dialog closes if it succeeds, and shows the error if it fails. */
  onConfirm: () => Promise<unknown>;
  /** A next step after a refusal. */
  afterRefusal?: ReactNode;
}

/** Asks before an action that is hard to undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, children, action, danger, onConfirm, afterRefusal } = props;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setRefusal(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent title={title} className="w-[min(28rem,calc(100vw-2rem))]">
        <PanelBody className="flex flex-col gap-3 text-ink-soft">
          {children}
          <ProblemNote>{refusal}</ProblemNote>
          {refusal && afterRefusal}
        </PanelBody>
        <PanelFooter>
          <Button onClick={close}>{refusal ? 'Close' : 'Cancel'}</Button>
          {!refusal && (
            <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={confirm}>
              {action}
            </Button>
          )}
        </PanelFooter>
      </DialogContent>
    </Dialog>
  );
}
