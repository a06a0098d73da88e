'use client';

import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, PanelBody, PanelFooter } from '@/components/ui/dialog';
import type { Outcome } from './moves';

interface RefusalsDialogProps {
  refused: Outcome['refused'];
  onClose: () => void;
}

/** The reasons why some of several tickets were not moved. */
export function RefusalsDialog({ refused, onClose }: RefusalsDialogProps) {
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title={`${refused.length} tickets were not moved`}
        description="The others were moved. These were refused:"
        className="w-[min(44rem,calc(100vw-2rem))]"
      >
        <PanelBody>
          <ul className="flex flex-col gap-3">
            {refused.map(({ name, why }) => (
              <li key={name}>
                <p className="break-all font-mono text-xs">{name}</p>
                <p className="text-ink-soft">{why}</p>
              </li>
            ))}
          </ul>
        </PanelBody>
        <PanelFooter>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </PanelFooter>
      </DialogContent>
    </Dialog>
  );
}
