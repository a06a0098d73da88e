'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { ProblemError, sentence } from '@/api/problem';
import { createCampaign } from '@/api/queries/campaigns';
import { allBrandsQuery, allChannelsQuery, allMarketsQuery } from '@/api/queries/catalog';
import { namePreviewQuery } from '@/api/queries/taxonomy';
import { ProblemNote } from '@/components/problem-state';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog, DialogContent, PanelBody, PanelFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { placeProblem } from '@/lib/form-problem';
import { useDebounced } from '@/lib/use-debounced';
import { type CampaignValues, campaignSchema, currencies, toRequest } from './campaign-form';
import { NamePreview } from './name-preview';

interface CreateCampaignProps {
  onClose: () => void;
  onCreated: (campaign: Schema<'Campaign'>) => void;
}

const EMPTY: CampaignValues = {
  brand_id: '',
  market_id: '',
  channel_id: '',
  campaign_name: '',
  budget: '',
  currency: 'USD',
  start_date: '',
  end_date: '',
};
const FIELDS = Object.keys(EMPTY) as (keyof CampaignValues)[];

/** Creates a campaign; its name builds itself while the person chooses. */
export function CreateCampaign({ onClose, onCreated }: CreateCampaignProps) {
  const client = useQueryClient();
  const { data: brands = [] } = useQuery(allBrandsQuery());
  const { data: markets = [] } = useQuery(allMarketsQuery());
  const { data: channels = [] } = useQuery(allChannelsQuery());
  const form = useForm<CampaignValues>({ resolver: zodResolver(campaignSchema), defaultValues: EMPTY });
  const { errors, isSubmitting } = form.formState;
  const [refusal, setRefusal] = useState<string>();

  const values = form.watch();
  const brand = brands.find((candidate) => candidate.id === values.brand_id);
  const market = markets.find((candidate) => candidate.id === values.market_id);
  const channel = channels.find((candidate) => candidate.id === values.channel_id);
  const typed = values.campaign_name.trim();
  const asked = useDebounced(typed, 200);
  const ready = Boolean(brand && market && asked);
  const preview = useQuery(
    namePreviewQuery(
      {
        brand_id: values.brand_id || null,
        market_id: values.market_id || null,
        channel_id: values.channel_id || null,
        campaign_name: asked,
      },
      ready,
    ),
  );
  const shown = ready && typed && !preview.error ? preview.data : undefined;
  const violation = preview.error instanceof ProblemError && ready ? preview.error : undefined;
  const nameViolation = violation && (violation.errors.map(sentence).join(' ') || violation.message);

  const submit = form.handleSubmit(async (input) => {
    setRefusal(undefined);
    try {
      const campaign = await createCampaign(toRequest(input));
      await client.invalidateQueries({ queryKey: ['campaigns'] });
      toast.success(`${campaign.name} was created.`);
      onCreated(campaign);
    } catch (error) {
      setRefusal(placeProblem(error, FIELDS, form.setError));
    }
  });
  const select = (
    name: 'brand_id' | 'market_id' | 'channel_id',
    placeholder: string,
    options: { value: string; label: string; detail: string }[],
  ) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <Combobox
          options={options}
          placeholder={placeholder}
          value={field.value || undefined}
          onChange={(value) => field.onChange(value ?? '')}
          clearable={name === 'channel_id'}
        />
      )}
    />
  );
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title="New campaign"
        description="The name is made from your choices, by the house's taxonomy."
        className="w-[min(42rem,calc(100vw-2rem))]"
      >
        <form onSubmit={submit} noValidate className="contents">
          <PanelBody className="flex flex-col gap-4">
            <NamePreview
              old={preview.isPlaceholderData || asked !== typed}
              preview={shown}
              parts={[
                { label: 'Brand', value: brand?.internal_code, placeholder: 'BRAND' },
                { label: 'Market', value: market?.code, placeholder: 'MARKET' },
                {
                  label: 'Channel',
                  value: shown?.parts.channel ?? (channel ? channel.platform_name.toUpperCase() : 'MULTI'),
                  placeholder: 'MULTI',
                },
                {
                  label: 'Year',
                  value: String(shown?.parts.year ?? new Date().getUTCFullYear()),
                  placeholder: 'YEAR',
                },
                {
                  label: 'Campaign',
                  value: shown?.parts.campaign,
                  placeholder: typed ? '…' : 'CampaignName',
                },
              ]}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="Brand" error={errors.brand_id?.message}>
                {select(
                  'brand_id',
                  'Choose a brand',
                  brands.map((b) => ({ value: b.id, label: b.name, detail: b.internal_code })),
                )}
              </Field>
              <Field label="Market" error={errors.market_id?.message}>
                {select(
                  'market_id',
                  'Choose a market',
                  markets.map((m) => ({ value: m.id, label: m.country, detail: m.code })),
                )}
              </Field>
            </div>
            <Field label="Campaign name" error={errors.campaign_name?.message ?? nameViolation}>
              <Input {...form.register('campaign_name')} placeholder="Moana Launch" />
            </Field>
            <Field
              label="Channel"
              optional
              hint="Only if the campaign is for this channel alone; otherwise each ticket chooses."
              error={errors.channel_id?.message}
            >
              {select(
                'channel_id',
                'All channels (MULTI)',
                channels.map((c) => ({ value: c.id, label: c.platform_name, detail: c.api_identifier })),
              )}
            </Field>
            <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
              <Field label="Budget" error={errors.budget?.message}>
                <Input
                  {...form.register('budget')}
                  inputMode="decimal"
                  placeholder="50000.00"
                  className="num"
                />
              </Field>
              <Field label="Currency" error={errors.currency?.message}>
                <Controller
                  control={form.control}
                  name="currency"
                  render={({ field }) => (
                    <Combobox
                      options={currencies()}
                      placeholder="Currency"
                      value={field.value}
                      onChange={(value) => field.onChange(value ?? 'USD')}
                    />
                  )}
                />
              </Field>
              <Field label="Starts" optional error={errors.start_date?.message}>
                <Input type="date" {...form.register('start_date')} />
              </Field>
              <Field label="Ends" optional error={errors.end_date?.message}>
                <Input type="date" {...form.register('end_date')} />
              </Field>
            </div>
            <ProblemNote>{refusal}</ProblemNote>
          </PanelBody>
          <PanelFooter>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={isSubmitting} disabled={shown?.taken}>
              Create the campaign
            </Button>
          </PanelFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
