'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Schema } from '@/api/client';
import { allChannelsQuery } from '@/api/queries/catalog';
import { campaignUsageQuery } from '@/api/queries/usage';
import { Link } from '@/components/link';
import { lookOf, TICKET_STATUS } from '@/components/status-badge';
import { TONE_INK } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import { formatMoney } from '@/lib/money';
import { usageOf } from './usage';

type Campaign = Schema<'Campaign'>;

const ORDER = Object.keys(TICKET_STATUS).reverse();

/** A row that only scrolls past sends no request. */
const LINGER_MS = 150;

/** Reads the sums of a campaign's tickets once its row stays on screen. */
function useUsage(campaign: Campaign) {
  const [lingers, setLingers] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLingers(true), LINGER_MS);
    return () => clearTimeout(timer);
  }, []);
  const { data: usage } = useQuery({ ...campaignUsageQuery(campaign.id), enabled: lingers });
  return useMemo(() => usage && usageOf(campaign.budget, usage, ORDER), [usage, campaign.budget]);
}

/** The budget, and the share of it that the tickets use. */
export function BudgetCell({ campaign }: { campaign: Campaign }) {
  const usage = useUsage(campaign);
  const over = (usage?.percent ?? 0) > 100;
  const planned = usage && formatMoney(usage.planned, campaign.currency);
  return (
    <div className="flex flex-col gap-1">
      <div className="num flex items-baseline justify-between gap-2">
        <span>{formatMoney(campaign.budget, campaign.currency)}</span>
        {usage && (
          <span className={cn('text-2xs', over ? 'font-semibold text-bad' : 'text-ink-faint')}>
            {usage.percent > 999 ? 'over 999' : Math.round(usage.percent)}% planned
          </span>
        )}
      </div>
      {/* The number above says the same. */}
      <div
        className="h-1 overflow-hidden rounded-full bg-idle-wash"
        title={planned && `${planned} in tickets`}
      >
        <div
          className={cn('h-full rounded-full transition-[width]', over ? 'bg-bad' : 'bg-gold-solid')}
          style={{ width: `${Math.min(100, usage?.percent ?? 0)}%` }}
        />
      </div>
    </div>
  );
}

/** Tickets by state, channel by channel; each leads to its tickets. */
export function TicketsCell({ campaign }: { campaign: Campaign }) {
  const usage = useUsage(campaign);
  const { data: channels = [] } = useQuery(allChannelsQuery());
  if (!usage) return <Skeleton className="h-3 w-24" />;
  if (usage.channels.length === 0) return <span className="text-ink-faint">No tickets yet</span>;
  return (
    <span className="flex gap-1.5">
      {usage.channels.map((channel) => {
        const name = channels.find((candidate) => candidate.id === channel.channelId)?.platform_name ?? '…';
        const told = channel.byStatus
          .map(({ status, count }) => `${count} ${lookOf('ticket', status).label.toLowerCase()}`)
          .join(', ');
        return (
          <Link
            key={channel.channelId}
            title={`${name}: ${told}`}
            href={`/tickets/?campaign_id=${campaign.id}&channel_id=${channel.channelId}`}
            className="num inline-flex h-6 items-center gap-1.5 rounded-md border bg-panel px-1.5 text-xs hover:border-line-strong"
          >
            <span className="text-ink-soft">{name}</span>
            {channel.byStatus.map(({ status, count }) => (
              <span
                key={status}
                className={cn('inline-flex items-center gap-1', TONE_INK[lookOf('ticket', status).tone])}
              >
                <span className="size-1.5 rounded-full bg-current" aria-hidden />
                {count}
                <span className="sr-only">{lookOf('ticket', status).label}</span>
              </span>
            ))}
          </Link>
        );
      })}
    </span>
  );
}
