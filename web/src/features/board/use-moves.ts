'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { toast } from 'sonner';
import type { ColumnKey } from '@/api/queries/board';
import { followJob } from '@/components/job-progress';
import type { Card } from './columns';
import { move, type Outcome, summary } from './moves';

type Moving = ReadonlyMap<string, { card: Card; to: ColumnKey }>;

/** Moves cards: they appear at once where they were dropped, and go back if the API refuses. */
export function useMoves() {
  const client = useQueryClient();
  const [moving, setMoving] = useState<Moving>(new Map());
  /** The refusals of the last move of several cards, to be read at leisure. */
  const [refusals, setRefusals] = useState<Outcome['refused']>([]);
  const start = useCallback(
    async (cards: readonly Card[], to: ColumnKey) => {
      if (cards.length === 0) return;
      setMoving((now) => new Map([...now, ...cards.map((card) => [card.id, { card, to }] as const)]));
      try {
        const outcome = await move(cards, to);
        // A refused one goes back, but the cause of the refusal must be visible, too.
        await Promise.all([
          client.invalidateQueries({ queryKey: ['tickets'] }),
          client.invalidateQueries({ queryKey: ['deployments'] }),
        ]);
        // A job that continues reports on all its tickets, including those of the answer.
        if (outcome.job) followJob(outcome.job);
        else {
          tell(outcome, to);
          if (outcome.refused.length > 1) setRefusals(outcome.refused);
        }
      } finally {
        setMoving((now) => new Map([...now].filter(([id]) => !cards.some((card) => card.id === id))));
      }
    },
    [client],
  );
  return { moving, start, refusals, dismiss: useCallback(() => setRefusals([]), []) };
}

function tell(outcome: Outcome, to: ColumnKey) {
  const done = summary(outcome, to);
  const failed = to === 'QA_TESTING' && outcome.done.some(({ status }) => status === 'QA_FAILED');
  if (done) (failed ? toast.warning : toast.success)(done);
  const [first] = outcome.refused;
  if (first && outcome.refused.length === 1) {
    toast.error(`${first.name} was not moved`, { description: first.why, duration: 10_000 });
  }
}
