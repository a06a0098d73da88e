import type { Schema } from '@/api/client';

export type AdPlatform = Schema<'ChannelPlatform'>;

const LABELS: Record<AdPlatform, string> = { meta: 'Meta', tiktok: 'TikTok', google_ads: 'Google Ads' };

/** Stands for a channel that is on no platform. */
export const RECORDS_ONLY = 'none';

/** The platforms that a channel can be on, and the choice of none. */
export const AD_PLATFORMS = [
  ...Object.entries(LABELS).map(([value, label]) => ({ value, label })),
  { value: RECORDS_ONLY, label: 'None: records only' },
];

/** A choice as the API wants it. */
export function adPlatform(choice: string | undefined): AdPlatform | null {
  return choice !== undefined && choice in LABELS ? (choice as AdPlatform) : null;
}
