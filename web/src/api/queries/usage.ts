import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '../client';

/** The sums of a campaign's tickets, from the server. */
export type CampaignUsage = Pick<Schema<'CampaignUsage'>, 'campaign_id' | 'planned' | 'tickets'>;

/** Reads the usage of many campaigns; unknown ones are left out. */
export type ReadUsages = (ids: readonly string[]) => Promise<CampaignUsage[]>;

const readUsages: ReadUsages = async (ids) =>
  body(api.GET('/api/v1/campaigns/usage', { params: { query: { ids: ids.join(',') } } }));

/** Rows that ask within this time share one request. */
const GATHER_MS = 20;
/** More ids would make the address too long. */
const MOST_IDS = 100;

interface Waiting {
  id: string;
  resolve: (usage: CampaignUsage) => void;
  reject: (error: unknown) => void;
}

/** Lets each row ask for its own campaign, and asks the server for all of them at once. */
export function gathered(read: ReadUsages): (id: string) => Promise<CampaignUsage> {
  let waiting: Waiting[] = [];
  const ask = async (asked: readonly Waiting[]) => {
    try {
      const usages = await read([...new Set(asked.map(({ id }) => id))]);
      const byId = new Map(usages.map((usage) => [usage.campaign_id, usage]));
      for (const { id, resolve } of asked) {
        resolve(byId.get(id) ?? { campaign_id: id, planned: '0.00', tickets: [] });
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  const flush = () => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += MOST_IDS) void ask(all.slice(from, from + MOST_IDS));
  };
  return (id) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(flush, GATHER_MS);
      waiting.push({ id, resolve, reject });
    });
}

const usage = gathered(readUsages);

/** The share of a campaign's budget that its tickets use, and their states. */
export const campaignUsageQuery = (id: string) =>
  queryOptions({ queryKey: ['tickets', 'usage', id], queryFn: () => usage(id) });
