'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { campaignCountQuery } from '@/api/queries/campaigns';
import { ConfirmDialog } from '@/components/confirm-dialog';

export interface CodeChange {
  /** `brand`, `market`. */
  noun: string;
  from: string;
  to: string;
  /** The campaigns that contain the code. */
  campaigns: { brand_id?: string; market_id?: string };
  save: () => Promise<unknown>;
}

/** Explains a new code before it is saved: existing names stay, future names use it. */
export function CodeChangeDialog({
  change,
  onClose,
}: {
  change: CodeChange | undefined;
  onClose: () => void;
}) {
  const { data: count, isPending } = useQuery({
    ...campaignCountQuery(change?.campaigns ?? {}),
    enabled: change !== undefined,
  });
  const carry = count === 1 ? '1 campaign has' : `${(count ?? 0).toLocaleString('en')} campaigns have`;
  return (
    <ConfirmDialog
      open={change !== undefined}
      onClose={onClose}
      title={`Change the code of this ${change?.noun ?? ''}?`}
      action="Change the code"
      onConfirm={async () => change?.save()}
    >
      <p className="flex items-center gap-3 rounded-md border bg-canvas px-4 py-3 font-mono text-ink text-sm">
        <span>{change?.from}</span>
        <ArrowRight className="size-4 text-ink-faint" aria-label="becomes" />
        <span className="text-gold">{change?.to}</span>
      </p>
      <p aria-live="polite">
        {isPending ? (
          'Counting the campaigns with the old code …'
        ) : count === 0 ? (
          'No campaign has the old code yet.'
        ) : (
          <>
            <strong className="text-ink">{carry} the old code in their names, and those names stay</strong>: a
            name never changes once it is given, because the platforms know it.
          </>
        )}
      </p>
      <p>New campaigns use the new code. The old one stays readable.</p>
    </ConfirmDialog>
  );
}
