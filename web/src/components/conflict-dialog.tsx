'use client';

import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { explain } from '@/api/problem';
import { ProblemNote } from './problem-state';
import { Button } from './ui/button';
import { Dialog, DialogContent, PanelBody, PanelFooter } from './ui/dialog';
import { Table, Td, Th } from './ui/table';

export interface Conflict {
  /** The entity that was changed twice, such as `the brand Disney`. */
  what: string;
  /** One row per field that you wanted to change. */
  fields: { label: string; yours: string; theirs: string }[];
  /** Applies your change to the current version; false if somebody was faster again, which is the next conflict. */
  applyYours: () => Promise<boolean>;
}

/** Somebody else changed the entity meanwhile: shows both versions, and lets the person decide. */
export function ConflictDialog({
  conflict,
  onClose,
}: {
  conflict: Conflict | undefined;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const apply = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      if (await conflict?.applyYours()) close();
    } catch (error) {
      setRefusal(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={conflict !== undefined} onOpenChange={(next) => !next && close()}>
      <DialogContent
        title="Somebody else changed it meanwhile"
        description={`Your change of ${conflict?.what ?? 'it'} has not been saved. Nothing is lost: choose which one counts.`}
      >
        <PanelBody className="flex flex-col gap-3">
          <Table>
            <thead>
              <tr>
                <Th>Field</Th>
                <Th>Current version</Th>
                <Th>Yours</Th>
              </tr>
            </thead>
            <tbody>
              {conflict?.fields.map((field) => (
                <tr key={field.label}>
                  <Td className="text-ink-soft">{field.label}</Td>
                  <Td className="break-words">{field.theirs}</Td>
                  <Td className="break-words font-medium text-gold">{field.yours}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <ProblemNote>{refusal}</ProblemNote>
        </PanelBody>
        <PanelFooter>
          <Button onClick={close}>Keep the current version</Button>
          <Button variant="primary" busy={busy} onClick={apply}>
            <GitMerge aria-hidden /> Save mine over it
          </Button>
        </PanelFooter>
      </DialogContent>
    </Dialog>
  );
}
