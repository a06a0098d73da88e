'use client';

import { useQuery } from '@tanstack/react-query';
import { ticketQuery } from '@/api/queries/tickets';
import { ProblemState } from '@/components/problem-state';
import { PanelBody } from '@/components/ui/dialog';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { Editor } from './editor';
import { WhereForm } from './where-form';

export interface BuilderProps {
  /** The ticket to edit; `new` for a new one. */
  id: string;
  /** The ticket that the new one copies. */
  from: string | undefined;
  /** The campaign of the new one. */
  campaignId: string | undefined;
  /** The open step. */
  step: string | undefined;
  /** The pointer of a finding to start at. */
  at: string | undefined;
  onStep: (step: string) => void;
  onCreated: (id: string) => void;
  onClose: () => void;
}

/** Fills in a ticket step by step. A new one is saved as a draft as soon as it has a name. */
export function TicketBuilder({ id, from, campaignId, onCreated, onClose, ...rest }: BuilderProps) {
  const source = id === 'new' ? from : id;
  const {
    data: ticket,
    error,
    refetch,
  } = useQuery({
    ...ticketQuery(source ?? ''),
    enabled: source !== undefined,
  });
  const title = id !== 'new' ? 'Edit the ticket' : from ? 'Duplicate a ticket' : 'New ticket';
  return (
    <Sheet open onOpenChange={(next) => !next && onClose()}>
      <SheetContent
        title={title}
        description={
          id === 'new' ? 'Choose its campaign and channel; its name is made from them.' : ticket?.name
        }
        className="w-[min(64rem,100vw)]"
      >
        {source && !ticket ? (
          <PanelBody>
            {error ? (
              <ProblemState error={error} retry={() => void refetch()} />
            ) : (
              <Skeleton className="h-60" />
            )}
          </PanelBody>
        ) : id === 'new' ? (
          <WhereForm source={ticket} campaignId={campaignId} onCreated={onCreated} onClose={onClose} />
        ) : (
          ticket && <Editor key={id} initial={ticket} onClose={onClose} {...rest} />
        )}
      </SheetContent>
    </Sheet>
  );
}
