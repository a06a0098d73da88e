import { z } from 'zod';
import type { Schema } from '@/api/client';
import type { Option } from '@/components/ui/combobox';
import { micros } from '@/lib/money';

/** The rules that need no server; the server checks the rest. */
export const campaignSchema = z
  .object({
    brand_id: z.string().min(1, 'Choose a brand.'),
    market_id: z.string().min(1, 'Choose a market.'),
    channel_id: z.string(),
    campaign_name: z.string().trim().min(1, 'Enter a name.'),
    budget: z
      .string()
      .trim()
      .transform((text) => text.replace(/[,\s]/g, ''))
      .refine((text) => (micros(text) ?? 0n) > 0n, 'An amount above 0, such as 50000.00.'),
    currency: z.string(),
    start_date: z.string(),
    end_date: z.string(),
  })
  .refine(({ start_date, end_date }) => !start_date || !end_date || start_date <= end_date, {
    path: ['end_date'],
    message: 'The end is before the start.',
  });

export type CampaignValues = z.infer<typeof campaignSchema>;

/** The request for the form; empty fields are left out. */
export function toRequest(values: CampaignValues): Schema<'CampaignCreate'> {
  const { channel_id, start_date, end_date, ...rest } = values;
  return {
    ...rest,
    ...(channel_id ? { channel_id } : {}),
    ...(start_date ? { start_date } : {}),
    ...(end_date ? { end_date } : {}),
  };
}

/** The most frequent currencies, which come first. */
const COMMON = ['USD', 'EUR', 'GBP', 'JPY', 'CAD', 'AUD', 'BRL', 'MXN', 'CHF', 'INR'];

/** All currencies that the browser knows, by their codes. */
export function currencies(): Option[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const codes = [...new Set([...COMMON, ...Intl.supportedValuesOf('currency')])];
  return codes.map((code) => ({ value: code, label: code, detail: names.of(code) ?? '' }));
}
