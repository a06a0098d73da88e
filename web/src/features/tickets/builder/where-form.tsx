'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Schema } from '@/api/client';
import { campaignQuery } from '@/api/queries/campaigns';
import { allChannelsQuery } from '@/api/queries/catalog';
import { platformSchemasQuery } from '@/api/queries/house';
import { createTicket } from '@/api/queries/tickets';
import { ProblemNote } from '@/components/problem-state';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { PanelBody, PanelFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { placeProblem } from '@/lib/form-problem';
import { REQUEST_TYPE } from '../request-type';
import { CampaignSelect } from './campaign-select';
import { isPublished } from './engine/objectives';
import { TicketName } from './ticket-name';

const schema = z.object({
  campaign_id: z.string().min(1, 'Choose a campaign.'),
  channel_id: z.string().min(1, 'Choose a channel.'),
  request_type: z.string().min(1, 'Choose a request.'),
  variant: z.string().trim(),
});
type Values = z.infer<typeof schema>;
const FIELDS = ['campaign_id', 'channel_id', 'request_type', 'variant'] as const;

interface WhereFormProps {
  /** The ticket that this one copies. */
  source: Schema<'Ticket'> | undefined;
  campaignId: string | undefined;
  onCreated: (id: string) => void;
  onClose: () => void;
}

/** The first step of a new ticket: campaign, channel, request type, and the resulting name. */
export function WhereForm({ source, campaignId, onCreated, onClose }: WhereFormProps) {
  const client = useQueryClient();
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: {
      campaign_id: source?.campaign_id ?? campaignId ?? '',
      channel_id: source?.channel_id ?? '',
      request_type: source?.request_type ?? '',
      variant: '',
    },
  });
  const { errors, isSubmitting } = form.formState;
  const [refusal, setRefusal] = useState<string>();
  const values = form.watch();
  const { data: channels = [] } = useQuery(allChannelsQuery());
  const { data: campaign } = useQuery({
    ...campaignQuery(values.campaign_id),
    enabled: values.campaign_id !== '',
  });
  const channel = channels.find((candidate) => candidate.id === values.channel_id);
  const platform = (channel?.supported && channel.platform) || '';
  const { data: schemas } = useQuery({ ...platformSchemasQuery(platform), enabled: platform !== '' });
  // A platform supports the request types for which it publishes a schema.
  const types = [...new Set(schemas?.filter(isPublished).map((entry) => entry.request_type))];
  const submit = form.handleSubmit(async ({ variant, request_type, ...ids }) => {
    setRefusal(undefined);
    try {
      const ticket = await createTicket({
        ...ids,
        request_type: request_type as Schema<'RequestType'>,
        ...(variant ? { variant } : {}),
        payload_config: (source?.request_type === request_type && source.payload_config) || {},
      });
      await client.invalidateQueries({ queryKey: ['tickets'] });
      onCreated(ticket.id);
    } catch (error) {
      setRefusal(placeProblem(error, FIELDS, form.setError));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="contents">
      <PanelBody className="flex flex-col gap-4">
        <TicketName campaign={campaign} channelId={values.channel_id} variant={values.variant} />
        <Field label="Campaign" error={errors.campaign_id?.message}>
          <Controller
            control={form.control}
            name="campaign_id"
            render={({ field }) => (
              <CampaignSelect value={field.value || undefined} onChange={field.onChange} />
            )}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Channel"
            error={errors.channel_id?.message}
            hint={
              channel && !channel.supported
                ? 'It has no connector, so its tickets cannot be deployed.'
                : undefined
            }
          >
            <Controller
              control={form.control}
              name="channel_id"
              render={({ field }) => (
                <Combobox
                  options={channels.map((c) => ({
                    value: c.id,
                    label: c.platform_name,
                    detail: c.api_identifier,
                  }))}
                  placeholder="Choose a channel"
                  value={field.value || undefined}
                  onChange={(value) => field.onChange(value ?? '')}
                />
              )}
            />
          </Field>
          <Field label="Request" error={errors.request_type?.message}>
            <Controller
              control={form.control}
              name="request_type"
              render={({ field }) => (
                <Combobox
                  options={types.map((type) => ({
                    value: type,
                    label: REQUEST_TYPE[type] ?? type,
                    detail: type,
                  }))}
                  placeholder={platform ? 'Choose' : 'Choose a channel first'}
                  disabled={types.length === 0}
                  value={field.value || undefined}
                  onChange={(value) => field.onChange(value ?? '')}
                />
              )}
            />
          </Field>
        </div>
        <Field
          label="Variant"
          optional
          hint="Letters and digits, appended to the name: it distinguishes tickets of one campaign on one channel."
          error={errors.variant?.message}
        >
          <Input {...form.register('variant')} placeholder="B" className="max-w-60 font-mono" />
        </Field>
        <ProblemNote>{refusal}</ProblemNote>
      </PanelBody>
      <PanelFooter>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={isSubmitting}>
          Save the draft and continue
        </Button>
      </PanelFooter>
    </form>
  );
}
