import type { Schema } from '@/api/client';

const LABELS: Record<Schema<'RequestType'>, string> = {
  CREATE_CAMPAIGN: 'Create campaign',
  CREATE_CAMPAIGN_TREE: 'Create with ads',
  PAUSE: 'Pause',
  RESUME: 'Resume',
  UPDATE_BUDGET: 'Change budget',
};

/** The request types, for people. */
export const REQUEST_TYPE: { readonly [type: string]: string | undefined } = LABELS;
