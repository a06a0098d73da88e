'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Schema } from '@/api/client';
import { explain, ProblemError } from '@/api/problem';
import { getTicket, ticketPreviewQuery, ticketQuery, updateTicket } from '@/api/queries/tickets';
import type { Conflict } from '@/components/conflict-dialog';
import { conflictOf } from './conflict';
import { isObject, type JsonObject, type Path, withValue } from './engine/json';
import { once, refused, violationOf } from './engine/violations';

type Ticket = Schema<'Ticket'>;

/** The pause in typing after which the draft is saved and checked. */
const PAUSE_MS = 450;

export type Saving = 'saved' | 'dirty' | 'saving' | 'refused';

function configOf(ticket: Ticket): JsonObject {
  return isObject(ticket.payload_config) ? ticket.payload_config : {};
}

/** A ticket that is being edited. It saves itself while the person types, and each save returns the API's findings. */
export function useDraft(initial: Ticket) {
  const client = useQueryClient();
  const [base, setBase] = useState(initial);
  const [payload, setPayload] = useState(() => configOf(initial));
  const [saving, setSaving] = useState<Saving>('saved');
  const [refusal, setRefusal] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict>();
  // A running save must not mix these up: the version it builds on, and later input.
  const latest = useRef({ base: initial, payload: configOf(initial), saved: configOf(initial) });
  const running = useRef<Promise<Ticket | undefined>>(undefined);

  const adopt = useCallback(
    (ticket: Ticket) => {
      latest.current.base = ticket;
      setBase(ticket);
      client.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
    },
    [client],
  );
  const take = useCallback(
    (ticket: Ticket) => {
      adopt(ticket);
      latest.current.payload = configOf(ticket);
      latest.current.saved = configOf(ticket);
      setPayload(latest.current.payload);
      setSaving('saved');
      setRefusal(undefined);
    },
    [adopt],
  );

  const put = useCallback(
    async (
      change: Schema<'TicketUpdate'>,
      over = latest.current.base.version,
    ): Promise<Ticket | undefined> => {
      const { id } = latest.current.base;
      setSaving('saving');
      setRefusal(undefined);
      try {
        const ticket = await updateTicket(id, over, change);
        adopt(ticket);
        if (change.payload_config) latest.current.saved = change.payload_config;
        setSaving(latest.current.saved === latest.current.payload ? 'saved' : 'dirty');
        void client.invalidateQueries({ queryKey: ['tickets'] });
        return ticket;
      } catch (error) {
        setSaving('refused');
        if (!(error instanceof ProblemError && error.isStale)) {
          setRefusal(error);
          return undefined;
        }
        const theirs = await getTicket(id);
        setConflict({
          ...conflictOf(theirs, change),
          applyYours: async () => (await put(change, theirs.version)) !== undefined,
        });
        return undefined;
      }
    },
    [adopt, client],
  );

  /** Saves unsaved changes. Resolves to the saved ticket, or to nothing if it was refused. */
  const save = useCallback(async (): Promise<Ticket | undefined> => {
    await running.current;
    const { base: now, payload: typed, saved } = latest.current;
    if (typed === saved) return now;
    running.current = put({ payload_config: typed as Record<string, never> });
    return running.current;
  }, [put]);

  const change = useCallback((path: Path, value: unknown) => {
    latest.current.payload = withValue(latest.current.payload, path, value);
    setPayload(latest.current.payload);
    setSaving('dirty');
  }, []);

  useEffect(() => {
    if (payload === latest.current.saved || conflict) return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [payload, save, conflict]);

  // Another person's change is applied if nothing of ours is lost; otherwise the save shows both.
  const { data: remote } = useQuery(ticketQuery(initial.id));
  useEffect(() => {
    const { base: now, payload: typed, saved } = latest.current;
    if (remote && remote.version > now.version && typed === saved && saving === 'saved') take(remote);
  }, [remote, saving, take]);

  const preview = useQuery({
    ...ticketPreviewQuery(base.id, base.version),
    placeholderData: (before) => before,
  });
  const violations = useMemo(() => {
    const told = refusal instanceof ProblemError ? refusal.errors.map(refused) : [];
    return once([...told, ...(preview.data?.findings ?? []).map(violationOf)]);
  }, [refusal, preview.data]);

  return {
    ticket: base,
    payload,
    change,
    violations,
    preview,
    saving,
    refusal: refusal === undefined ? undefined : explain(refusal),
    save,
    rename: async (variant: string) => ((await save()) ? put({ variant: variant || null }) : undefined),
    /** Saves, then runs QA. */
    runQa: async () => {
      if (!(await save())) return undefined;
      return put({ status: 'QA_TESTING' });
    },
    conflict,
    /** Ends the conflict with the current version, unless ours was saved over it. */
    endConflict: () => {
      setConflict(undefined);
      void getTicket(initial.id).then((ticket) => {
        const { base: now, payload: typed, saved } = latest.current;
        if (ticket.version !== now.version || typed !== saved) take(ticket);
      });
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
