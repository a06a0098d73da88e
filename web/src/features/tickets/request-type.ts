import type { Schema } from '@/api/client';

const LABELS: Record<Schema<'RequestType'>, string> = {
  CREATE_CAMPAIGN: 'Create campaign',
  CREATE_CAMPAIGN_TREE: 'Create with ads',
  PAUSE: 'Pause',
  RESUME: 'Resume',
  UPDATE_BUDGET: 'Change budget',
};

/** What a ticket asks of its platform, for people. */
export const REQUEST_TYPE: { readonly [type: string]: string | undefined } = LABELS;
