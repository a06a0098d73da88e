'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { explain } from '@/api/problem';
import { campaignQuery, deleteCampaign, getCampaign, updateCampaign } from '@/api/queries/campaigns';
import { campaignTicketsQuery } from '@/api/queries/tickets';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { ConflictDialog } from '@/components/conflict-dialog';
import { CopyableName } from '@/components/copyable-name';
import { InlineText } from '@/components/data-table/inline-edit';
import { Fact } from '@/components/fact';
import { Link } from '@/components/link';
import { ProblemState } from '@/components/problem-state';
import { CAMPAIGN_STATUS, StatusBadge } from '@/components/status-badge';
import { Button } from '@/components/ui/button';
import { PanelBody, PanelFooter } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { useVersionedSave } from '@/components/use-versioned-save';
import { formatMoney } from '@/lib/money';

type Campaign = Schema<'Campaign'>;
type Status = Schema<'CampaignStatus'>;

const STATUSES = Object.entries(CAMPAIGN_STATUS).map(([value, { label }]) => ({
  value: value as Status,
  label,
}));
const LABELS = { budget: 'Budget', status: 'Status', start_date: 'Starts', end_date: 'Ends' };

/** One campaign: its editable fields and its tickets. */
export function CampaignSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: campaign, error, refetch } = useQuery(campaignQuery(id));
  const [doomed, setDoomed] = useState(false);
  const client = useQueryClient();
  const remove = async (version: number) => {
    await deleteCampaign(id, version);
    await client.invalidateQueries({ queryKey: ['campaigns', 'list'] });
    toast.success('The campaign was deleted.');
    onClose();
  };
  return (
    <Sheet open onOpenChange={(next) => !next && onClose()}>
      <SheetContent
        title={campaign?.campaign_name ?? 'Campaign'}
        description={campaign && <CopyableName name={campaign.name} />}
      >
        <PanelBody className="flex flex-col gap-6">
          {error && !campaign && <ProblemState error={error} retry={() => void refetch()} />}
          {!campaign && !error && <Skeleton className="h-40" />}
          {campaign && <Facts campaign={campaign} />}
          {campaign && <Tickets campaign={campaign} />}
        </PanelBody>
        {campaign && (
          <PanelFooter className="justify-between">
            <Button variant="ghost" className="hover:text-bad" onClick={() => setDoomed(true)}>
              <Trash2 aria-hidden /> Delete
            </Button>
            <Button asChild>
              <Link href={`/admin/audit/?subject=campaigns/${id}`}>History</Link>
            </Button>
          </PanelFooter>
        )}
        {campaign && (
          <ConfirmDialog
            open={doomed}
            onClose={() => setDoomed(false)}
            title={`Delete ${campaign.campaign_name}?`}
            action="Delete"
            danger
            onConfirm={() => remove(campaign.version)}
          >
            <p>This cannot be undone. A campaign with tickets cannot be deleted.</p>
          </ConfirmDialog>
        )}
      </SheetContent>
    </Sheet>
  );
}

function Facts({ campaign }: { campaign: Campaign }) {
  const { save, conflict, dismiss } = useVersionedSave<Campaign, Schema<'CampaignUpdate'>>({
    topic: 'campaigns',
    what: ({ name }) => name,
    labels: LABELS,
    get: getCampaign,
    update: updateCampaign,
  });
  const date = (field: 'start_date' | 'end_date', label: string) => (
    <InlineText
      mono
      label={label}
      value={campaign[field] ?? ''}
      placeholder="Not set"
      type="date"
      // The API reads an absent date as "unchanged" and null as "none".
      onSave={(value) => save(campaign, { [field]: value || null })}
    />
  );
  return (
    <section aria-label="Facts" className="flex flex-col gap-4">
      <Segmented
        label="Status"
        value={campaign.status as Status}
        options={STATUSES}
        onChange={(status) => save(campaign, { status }).catch((error) => toast.error(explain(error)))}
        className="self-start"
      />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
        <Fact label={`Budget (${campaign.currency})`}>
          <InlineText
            mono
            label="Budget"
            value={campaign.budget}
            onSave={(budget) => save(campaign, { budget })}
          />
        </Fact>
        <Fact label="Reads as">{formatMoney(campaign.budget, campaign.currency)}</Fact>
        <Fact label="Starts">{date('start_date', 'Starts')}</Fact>
        <Fact label="Ends">{date('end_date', 'Ends')}</Fact>
      </dl>
      <ConflictDialog conflict={conflict} onClose={dismiss} />
    </section>
  );
}

function Tickets({ campaign }: { campaign: Campaign }) {
  const { data: tickets = [], isPending } = useQuery(campaignTicketsQuery(campaign.id));
  return (
    <section aria-labelledby="campaign-tickets" className="flex flex-col gap-2">
      <div className="flex items-center justify-between">
        <h3 id="campaign-tickets" className="font-semibold">
          Tickets
        </h3>
        <Button size="sm" asChild>
          <Link href={`/tickets/?build=new&for=${campaign.id}`}>
            <Plus aria-hidden /> New ticket
          </Link>
        </Button>
      </div>
      {isPending && <Skeleton className="h-8" />}
      {!isPending && tickets.length === 0 && <p className="text-ink-faint">No ticket yet.</p>}
      <ul className="flex flex-col">
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link
              href={`/tickets/?open=${ticket.id}`}
              className="-mx-2 flex h-9 items-center gap-3 rounded-md px-2 hover:bg-hover"
            >
              <span className="min-w-0 flex-1 truncate font-mono text-xs">{ticket.name}</span>
              {ticket.planned_budget && (
                <span className="num text-ink-soft">
                  {formatMoney(ticket.planned_budget, campaign.currency)}
                </span>
              )}
              <StatusBadge kind="ticket" status={ticket.status} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
