'use client';

import { useQuery } from '@tanstack/react-query';
import { campaignTicketsQuery } from '@/api/queries/tickets';
import { Combobox } from '@/components/ui/combobox';
import { useForm } from '../context';

interface TicketControlProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Chooses the ticket whose object is meant: one of this campaign and channel that is on the platform. */
export function TicketControl({ value, onChange }: TicketControlProps) {
  const { campaignId, channelId } = useForm();
  const { data = [] } = useQuery(campaignTicketsQuery(campaignId));
  const options = data
    .filter((ticket) => ticket.channel_id === channelId && ticket.external_platform_id)
    .map((ticket) => ({
      value: ticket.id,
      label: ticket.name,
      detail: ticket.external_platform_id ?? '',
    }));
  return (
    <Combobox
      options={options}
      value={value}
      onChange={onChange}
      placeholder="The only one of this campaign on this channel"
      empty="This campaign has nothing on this platform yet."
      clearable
    />
  );
}
