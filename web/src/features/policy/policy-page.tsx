'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { explain, ProblemError, sentence } from '@/api/problem';
import { platformsQuery, qaPolicyQuery, readQaPolicy, saveQaPolicy } from '@/api/queries/house';
import { type Conflict, ConflictDialog } from '@/components/conflict-dialog';
import { PageHeader } from '@/components/page-header';
import { ProblemNote, ProblemState } from '@/components/problem-state';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { differencesOf } from '@/lib/diff';
import { Blocklists } from './blocklists';
import { Limits } from './limits';
import { Rules } from './rules';

type Policy = Schema<'QaPolicy'>;
interface Read {
  body: Policy;
  etag: string;
}

/** The house's rules: their severity, the limits, and the terms that family-friendly brands must not target. */
export function PolicyPage() {
  const { data, error, refetch } = useQuery(qaPolicyQuery());
  return (
    <>
      <PageHeader
        title="QA rules"
        description="The checks of every ticket before its deployment. A change sends ready tickets back to QA."
      />
      {error && !data && <ProblemState error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton className="mx-6 h-80" />}
      {data && <Editor read={data} />}
    </>
  );
}

function Editor({ read }: { read: Read }) {
  const client = useQueryClient();
  // The version at the start of the edit; another person's change must not be overwritten.
  const [base, setBase] = useState(read);
  const [draft, setDraft] = useState(read.body);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ProblemError | string>();
  const [conflict, setConflict] = useState<Conflict>();
  const { data: platforms = [] } = useQuery(platformsQuery());

  const dirty = JSON.stringify(draft) !== JSON.stringify(base.body);
  if (!dirty && read.etag !== base.etag) {
    setBase(read);
    setDraft(read.body);
  }
  const accept = (saved: Read) => {
    client.setQueryData(qaPolicyQuery().queryKey, saved);
    setBase(saved);
    setDraft(saved.body);
    setRefusal(undefined);
    toast.success('The rules were saved. Tickets that were ready go through QA again.');
  };
  const save = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      accept(await saveQaPolicy(draft, base.etag));
    } catch (error) {
      if (error instanceof ProblemError && error.isStale) setConflict(await clash());
      else setRefusal(error instanceof ProblemError ? error : explain(error));
    } finally {
      setBusy(false);
    }
  };
  const clash = async (): Promise<Conflict> => {
    const theirs = await readQaPolicy();
    return {
      what: 'the QA rules',
      fields: differencesOf({ before: theirs.body, after: draft }).map((difference) => ({
        label: difference.path,
        theirs: JSON.stringify(difference.before) ?? '–',
        yours: JSON.stringify(difference.after) ?? '–',
      })),
      applyYours: async () => {
        try {
          accept(await saveQaPolicy(draft, theirs.etag));
          return true;
        } catch (error) {
          if (!(error instanceof ProblemError && error.isStale)) throw error;
          setConflict(await clash());
          return false;
        }
      },
    };
  };
  const violationAt = (pointer: string) =>
    refusal instanceof ProblemError
      ? refusal.errors
          .filter((item) => item.pointer === pointer)
          .map(sentence)
          .join(' ') || undefined
      : undefined;
  return (
    <>
      <div className="flex max-w-5xl flex-col gap-8 px-6 pb-8">
        <Rules rules={draft.rules ?? {}} onChange={(rules) => setDraft({ ...draft, rules })} />
        <Limits
          limits={draft.budget_limits ?? {}}
          onChange={(budget_limits) => setDraft({ ...draft, budget_limits })}
          violationAt={violationAt}
        />
        <Blocklists
          platforms={platforms}
          blocklists={draft.blocklists ?? {}}
          onChange={(blocklists) => setDraft({ ...draft, blocklists })}
        />
        <ProblemNote>{refusal instanceof ProblemError ? refusal.message : refusal}</ProblemNote>
      </div>
      {dirty && (
        <div className="sticky bottom-0 mt-auto flex items-center justify-end gap-2 border-t bg-panel px-6 py-3">
          <p className="mr-auto text-ink-soft">You have unsaved changes.</p>
          <Button
            onClick={() => {
              setBase(read);
              setDraft(read.body);
              setRefusal(undefined);
            }}
          >
            Discard
          </Button>
          <Button variant="primary" busy={busy} onClick={save}>
            Save the rules
          </Button>
        </div>
      )}
      <ConflictDialog conflict={conflict} onClose={() => setConflict(undefined)} />
    </>
  );
}
