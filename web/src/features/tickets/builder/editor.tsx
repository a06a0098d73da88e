'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Schema } from '@/api/client';
import { campaignQuery } from '@/api/queries/campaigns';
import { allChannelsQuery } from '@/api/queries/catalog';
import { platformSchemasQuery } from '@/api/queries/house';
import { ConflictDialog } from '@/components/conflict-dialog';
import { ProblemNote, ProblemState } from '@/components/problem-state';
import { PanelBody } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { pathOf } from './engine/json';
import { isPublished, objectivesOf, schemaFor } from './engine/objectives';
import { PAYLOAD_STEPS } from './engine/steps';
import { FieldList } from './fields/field-list';
import { ViolationNote } from './fields/violation-note';
import { Footer } from './footer';
import { Form } from './form';
import { focusAt } from './jump';
import { layoutOf, stepAt } from './layout';
import { Review } from './review';
import { StepsNav } from './steps-nav';
import { useDraft } from './use-draft';
import { WhereStep } from './where-step';

interface EditorProps {
  initial: Schema<'Ticket'>;
  step: string | undefined;
  at: string | undefined;
  onStep: (step: string) => void;
  onClose: () => void;
}

/** The steps of an existing ticket. The form is saved and checked while the person types. */
export function Editor({ initial, step, at, onStep, onClose }: EditorProps) {
  const draft = useDraft(initial);
  const { ticket, payload, violations } = draft;
  const { data: campaign } = useQuery(campaignQuery(ticket.campaign_id));
  const { data: channels } = useQuery(allChannelsQuery());
  const channel = channels?.find((candidate) => candidate.id === ticket.channel_id);
  const platform = (channel?.supported && channel.platform) || '';
  const published = useQuery({ ...platformSchemasQuery(platform), enabled: platform !== '' });
  const schemas = useMemo(() => published.data?.filter(isPublished) ?? [], [published.data]);
  const root = schemaFor(schemas, ticket.request_type, payload);
  const objectives = useMemo(
    () => objectivesOf(schemas, ticket.request_type),
    [schemas, ticket.request_type],
  );
  const layout = useMemo(() => layoutOf(root, objectives, payload), [root, objectives, payload]);
  const steps = ['where', ...PAYLOAD_STEPS.filter((name) => layout.steps[name].length > 0), 'review'];
  const current = steps.includes(step ?? '') ? (step ?? 'what') : (steps[1] ?? 'where');

  const panel = useRef<HTMLDivElement>(null);
  // A second jump to the same place is a jump, too.
  const [jump, setJump] = useState<{ pointer: string }>();
  const jumpTo = useCallback(
    (pointer: string) => {
      onStep(stepAt(layout, pointer));
      setJump({ pointer });
    },
    [layout, onStep],
  );
  const began = useRef(false);
  useEffect(() => {
    if (began.current || !at || schemas.length === 0) return;
    began.current = true;
    jumpTo(at);
  }, [at, schemas, jumpTo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there once its step is on screen
  useEffect(() => {
    if (jump && panel.current) focusAt(panel.current, jump.pointer);
  }, [jump, current]);

  const outside = violations.filter(({ pointer }) => (pathOf(pointer)?.length ?? 0) === 0);
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <StepsNav
          steps={steps}
          current={current}
          stepOf={(pointer) => stepAt(layout, pointer)}
          violations={violations}
          onStep={(next) => {
            setJump(undefined);
            onStep(next);
          }}
        />
        <PanelBody className="flex flex-col gap-4" key={current}>
          <div ref={panel} className="flex flex-col gap-4">
            {ticket.status === 'READY_FOR_API' && draft.saving === 'saved' && current !== 'review' && (
              <p className="rounded-md bg-gold-wash px-3 py-2 text-ink">
                It passed QA and is ready to deploy. A change makes it a draft again.
              </p>
            )}
            <ProblemNote>{draft.refusal}</ProblemNote>
            {current === 'where' && <WhereStep draft={draft} campaign={campaign} />}
            {current === 'review' && <Review draft={draft} onFinding={jumpTo} />}
            {current !== 'where' && current !== 'review' && (
              <>
                {published.error && (
                  <ProblemState error={published.error} retry={() => void published.refetch()} />
                )}
                {!published.data && !published.error && <Skeleton className="h-60" />}
                {current === 'what' && <ViolationNote violations={outside} />}
                {published.data && (
                  <Form
                    draft={draft}
                    platform={platform}
                    root={layout.root}
                    fields={layout.all}
                    currency={campaign?.currency ?? ''}
                    target={jump?.pointer}
                  >
                    <FieldList fields={layout.steps[current as 'what']} path={[]} />
                  </Form>
                )}
              </>
            )}
          </div>
        </PanelBody>
      </div>
      <Footer draft={draft} steps={steps} current={current} onStep={onStep} onClose={onClose} />
      <ConflictDialog conflict={draft.conflict} onClose={draft.endConflict} />
    </>
  );
}
