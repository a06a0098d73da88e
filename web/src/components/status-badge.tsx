import type { Schema } from '@/api/client';
import { Badge, type Tone } from './ui/badge';

type CampaignStatus = Schema<'CampaignStatus'>;
type TicketStatus = Schema<'TicketStatus'>;

interface Look {
  label: string;
  tone: Tone;
}

/** All statuses of a campaign; a new one of the API fails the type check until it has a look here. */
export const CAMPAIGN_STATUS: Record<CampaignStatus, Look> = {
  DRAFT: { label: 'Draft', tone: 'idle' },
  ACTIVE: { label: 'Active', tone: 'ok' },
  PAUSED: { label: 'Paused', tone: 'warn' },
  COMPLETED: { label: 'Completed', tone: 'info' },
};

/** All statuses of a ticket. */
export const TICKET_STATUS: Record<TicketStatus, Look> = {
  DRAFT: { label: 'Draft', tone: 'idle' },
  QA_TESTING: { label: 'QA testing', tone: 'info' },
  QA_FAILED: { label: 'QA failed', tone: 'bad' },
  READY_FOR_API: { label: 'Ready to deploy', tone: 'gold' },
  TRAFFICKED_SUCCESS: { label: 'Live', tone: 'ok' },
  FAILED: { label: 'Failed', tone: 'bad' },
};

/** The deployment statuses, in Celery's words; the API types them as text. */
export const DEPLOYMENT_STATUS = {
  PENDING: { label: 'Queued', tone: 'idle' },
  STARTED: { label: 'In progress', tone: 'info' },
  RETRY: { label: 'Waiting', tone: 'warn' },
  SUCCESS: { label: 'Succeeded', tone: 'ok' },
  FAILURE: { label: 'Failed', tone: 'bad' },
  REVOKED: { label: 'Cancelled', tone: 'idle' },
} satisfies Record<string, Look>;

const LOOKS = { campaign: CAMPAIGN_STATUS, ticket: TICKET_STATUS, deployment: DEPLOYMENT_STATUS };

/** The look of a status; an unknown one is shown in the API's words. */
export function lookOf(kind: keyof typeof LOOKS, status: string): Look {
  const looks: Record<string, Look> = LOOKS[kind];
  return looks[status] ?? { label: status, tone: 'idle' };
}

export function StatusBadge({ kind, status }: { kind: keyof typeof LOOKS; status: string }) {
  const { label, tone } = lookOf(kind, status);
  return (
    <Badge tone={tone}>
      <span className="size-1.5 rounded-full bg-current" aria-hidden />
      {label}
    </Badge>
  );
}
