'use client';

import { useQuery } from '@tanstack/react-query';
import { CopyPlus, Pencil } from 'lucide-react';
import { campaignQuery } from '@/api/queries/campaigns';
import { ticketQuery } from '@/api/queries/tickets';
import { CopyableName } from '@/components/copyable-name';
import { Fact } from '@/components/fact';
import { Link } from '@/components/link';
import { ProblemState } from '@/components/problem-state';
import { StatusBadge } from '@/components/status-badge';
import { Button } from '@/components/ui/button';
import { PanelBody, PanelFooter } from '@/components/ui/dialog';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { exact } from '@/lib/time';
import { Findings } from './findings';
import { REQUEST_TYPE } from './request-type';
import { TicketDeployments } from './ticket-deployments';

interface TicketSheetProps {
  id: string;
  onClose: () => void;
  /** Opens the builder, at the field of a finding if one is given. */
  onEdit: (at?: string) => void;
  onDuplicate: () => void;
}

/** One ticket: its state, QA's findings, and its request. */
export function TicketSheet({ id, onClose, onEdit, onDuplicate }: TicketSheetProps) {
  const { data: ticket, error, refetch } = useQuery(ticketQuery(id));
  const { data: campaign } = useQuery({
    ...campaignQuery(ticket?.campaign_id ?? ''),
    enabled: ticket !== undefined,
  });
  // Objects on a platform are changed by another ticket.
  const live = ticket?.status === 'TRAFFICKED_SUCCESS';
  return (
    <Sheet open onOpenChange={(next) => !next && onClose()}>
      <SheetContent title="Ticket" description={ticket && <CopyableName name={ticket.name} />}>
        <PanelBody className="flex flex-col gap-6">
          {error && !ticket && <ProblemState error={error} retry={() => void refetch()} />}
          {!ticket && !error && <Skeleton className="h-40" />}
          {ticket && (
            <>
              <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
                <Fact label="Status">
                  <StatusBadge kind="ticket" status={ticket.status} />
                </Fact>
                <Fact label="Request">{REQUEST_TYPE[ticket.request_type] ?? ticket.request_type}</Fact>
                <Fact label="Campaign">
                  <Link className="text-gold hover:underline" href={`/campaigns/?open=${ticket.campaign_id}`}>
                    {campaign?.campaign_name ?? 'Open'}
                  </Link>
                </Fact>
                <Fact label="Platform id">
                  {ticket.external_platform_id ? <CopyableName name={ticket.external_platform_id} /> : '–'}
                </Fact>
                <Fact label="Created">{exact(ticket.created_at)}</Fact>
                <Fact label="Changed">{exact(ticket.updated_at)}</Fact>
              </dl>
              {ticket.qa_findings.length > 0 && (
                <section aria-labelledby="ticket-findings" className="flex flex-col gap-2">
                  <h3 id="ticket-findings" className="font-semibold">
                    QA findings
                  </h3>
                  <Findings findings={ticket.qa_findings} onFinding={live ? undefined : onEdit} />
                </section>
              )}
              <TicketDeployments id={ticket.id} />
              <section aria-labelledby="ticket-payload" className="flex flex-col gap-2">
                <h3 id="ticket-payload" className="font-semibold">
                  Configuration
                </h3>
                <pre
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
                  tabIndex={0}
                  className="overflow-x-auto rounded-md border bg-canvas p-3 font-mono text-xs"
                >
                  {JSON.stringify(ticket.payload_config, null, 2)}
                </pre>
              </section>
            </>
          )}
        </PanelBody>
        <PanelFooter>
          <Button variant="ghost" className="mr-auto" asChild>
            <Link href={`/admin/audit/?subject=tickets/${id}`}>History</Link>
          </Button>
          <Button onClick={onDuplicate}>
            <CopyPlus aria-hidden /> Duplicate
          </Button>
          {ticket && !live && (
            <Button variant="primary" onClick={() => onEdit()}>
              <Pencil aria-hidden /> Edit
            </Button>
          )}
        </PanelFooter>
      </SheetContent>
    </Sheet>
  );
}
