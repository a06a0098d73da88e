import type { Schema } from '@/api/client';

export type AdPlatform = Schema<'ChannelPlatform'>;

const LABELS: Record<AdPlatform, string> = { meta: 'Meta', tiktok: 'TikTok', google_ads: 'Google Ads' };

/** The value for a channel without a platform. */
export const RECORDS_ONLY = 'none';

/** The platforms of a channel, and the choice of none. */
export const AD_PLATFORMS = [
  ...Object.entries(LABELS).map(([value, label]) => ({ value, label })),
  { value: RECORDS_ONLY, label: 'None: records only' },
];

/** A choice in the API's form. */
export function adPlatform(choice: string | undefined): AdPlatform | null {
  return choice !== undefined && choice in LABELS ? (choice as AdPlatform) : null;
}
