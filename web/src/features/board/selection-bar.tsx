'use client';

import { Rocket, ShieldCheck, X } from 'lucide-react';
import { Button } from '@/components/ui/button';

interface SelectionBarProps {
  count: number;
  busy: boolean;
  onQa: () => void;
  onDeploy: () => void;
  onClear: () => void;
}

/** The actions for all selected cards. */
export function SelectionBar({ count, busy, onQa, onDeploy, onClear }: SelectionBarProps) {
  return (
    <section
      aria-label="Selected tickets"
      className="fixed bottom-5 left-1/2 z-30 flex -translate-x-1/2 items-center gap-2 rounded-xl border border-line-strong bg-raised py-2 pr-2 pl-4 shadow-pop"
    >
      <p className="num mr-2 font-medium" aria-live="polite">
        {count.toLocaleString('en')} selected
      </p>
      <Button busy={busy} onClick={onQa}>
        <ShieldCheck aria-hidden /> Run QA
      </Button>
      <Button variant="primary" busy={busy} onClick={onDeploy}>
        <Rocket aria-hidden /> Deploy
      </Button>
      <Button variant="ghost" size="icon" aria-label="Clear the selection" onClick={onClear}>
        <X />
      </Button>
    </section>
  );
}
