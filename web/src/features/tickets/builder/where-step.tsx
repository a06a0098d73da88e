'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { allChannelsQuery } from '@/api/queries/catalog';
import { Fact } from '@/components/fact';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { REQUEST_TYPE } from '../request-type';
import { words } from './engine/violations';
import { TicketName } from './ticket-name';
import type { Draft } from './use-draft';

interface WhereStepProps {
  draft: Draft;
  campaign: Schema<'Campaign'> | undefined;
}

/** The campaign and channel of an existing ticket. Only its variant can still change. */
export function WhereStep({ draft, campaign }: WhereStepProps) {
  const { ticket, violations, rename, saving } = draft;
  const [variant, setVariant] = useState(ticket.variant ?? '');
  const { data: channels = [] } = useQuery(allChannelsQuery());
  const channel = channels.find((candidate) => candidate.id === ticket.channel_id);
  const own = violations.filter((violation) => violation.pointer === '/variant').map(words);
  const changed = variant.trim() !== (ticket.variant ?? '');
  return (
    <>
      <TicketName campaign={campaign} channelId={ticket.channel_id} variant={variant} current={ticket.name} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-3">
        <Fact label="Campaign">{campaign?.campaign_name}</Fact>
        <Fact label="Channel">{channel?.platform_name}</Fact>
        <Fact label="Request">{REQUEST_TYPE[ticket.request_type] ?? ticket.request_type}</Fact>
      </dl>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void rename(variant.trim());
        }}
      >
        <div data-pointer="/variant" className="w-60">
          <Field label="Variant" optional error={own.join(' ') || undefined}>
            <Input
              className="font-mono"
              value={variant}
              onChange={(event) => setVariant(event.target.value)}
            />
          </Field>
        </div>
        {changed && (
          <Button type="submit" busy={saving === 'saving'}>
            Rename
          </Button>
        )}
      </form>
      <p className="text-ink-faint text-xs">
        Campaign, channel and request cannot be changed. Duplicate the ticket instead.
      </p>
    </>
  );
}
