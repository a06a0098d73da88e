'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Schema } from '@/api/client';
import { ProblemError, sentence } from '@/api/problem';
import { namePreviewQuery } from '@/api/queries/taxonomy';
import { cn } from '@/lib/cn';
import { useDebounced } from '@/lib/use-debounced';

interface TicketNameProps {
  campaign: Schema<'Campaign'> | undefined;
  channelId: string;
  variant: string;
  /** The ticket's current name, which does not count as taken. */
  current?: string;
}

/** The ticket's future name, and a mark if it is taken. */
export function TicketName({ campaign, channelId, variant, current }: TicketNameProps) {
  const asked = useDebounced(variant.trim(), 200);
  const ready = Boolean(campaign && channelId);
  const year = yearIn(campaign?.name);
  const { data, error, isPlaceholderData } = useQuery(
    namePreviewQuery(
      {
        brand_id: campaign?.brand_id ?? null,
        market_id: campaign?.market_id ?? null,
        channel_id: channelId || null,
        campaign_name: campaign?.campaign_name ?? '',
        ...(asked ? { variant: asked } : {}),
        ...(year ? { year } : {}),
      },
      ready,
    ),
  );
  const violation =
    error instanceof ProblemError ? error.errors.map(sentence).join(' ') || error.message : undefined;
  const name = ready && !violation ? data?.name : undefined;
  const taken = data?.taken && name !== current;
  return (
    <section aria-label="The name" className="flex flex-col gap-1.5 rounded-lg border bg-canvas px-4 py-3">
      <p className={cn('break-all font-mono text-sm', !name && 'text-ink-faint')}>
        {name ?? 'BRAND_MARKET_CHANNEL_YEAR_CampaignName'}
      </p>
      <div aria-live="polite" className={cn('min-h-5 text-xs', isPlaceholderData && 'opacity-50')}>
        {ready && violation && <Line tone="text-bad">{violation}</Line>}
        {name && taken && (
          <Line tone="text-warn">
            A ticket with this name exists already: give this one a variant, such as B.
          </Line>
        )}
        {name && !taken && (
          <p className="flex gap-1.5 text-ok">
            <CircleCheck className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            {name === current ? 'This is its name.' : 'This name is free.'} The platform gets it.
          </p>
        )}
        {!ready && <p className="text-ink-faint">The name is made from the campaign and the channel.</p>}
      </div>
    </section>
  );
}

function Line({ tone, children }: { tone: string; children: string }) {
  return (
    <p className={cn('flex gap-1.5', tone)}>
      <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      {children}
    </p>
  );
}

/** A ticket has the year of its campaign's name. */
function yearIn(name: string | undefined): number | undefined {
  const year = name?.match(/_(\d{4})_(?!.*_\d{4}_)/)?.[1];
  return year ? Number(year) : undefined;
}
