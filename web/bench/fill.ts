import type { Api, Entity } from '../e2e/api';

const CAMPAIGNS = 100;
const AT_ONCE = 16;

/** Creates `tickets` tickets in all columns of the board: mostly drafts, a third through QA, one in sixty on the platforms. */
export async function fill(api: Api, tickets: number): Promise<void> {
  const market = await api<Entity>('POST', '/markets', { code: 'US', country: 'US', region: 'NA' });
  const brands = await each(4, (at) =>
    api<Entity>('POST', '/brands', { name: `Brand ${at}`, internal_code: `B${at}` }),
  );
  const channels = [
    await api<Entity>('POST', '/channels', { platform_name: 'Meta', api_identifier: 'meta_ads' }),
    await api<Entity>('POST', '/channels', { platform_name: 'TikTok', api_identifier: 'tiktok_ads' }),
  ];
  const campaigns = await each(Math.min(CAMPAIGNS, tickets), (at) =>
    api<Entity>('POST', '/campaigns', {
      campaign_name: `Campaign ${at}`,
      brand_id: brands[at % brands.length]?.id,
      market_id: market.id,
      budget: '1000000.00',
    }),
  );
  await each(tickets, async (at) => {
    const meta = at % 2 === 0;
    const ticket = await api<Entity>('POST', '/tickets', {
      campaign_id: campaigns[at % campaigns.length]?.id,
      channel_id: channels[meta ? 0 : 1]?.id,
      request_type: 'CREATE_CAMPAIGN',
      variant: `V${at}`,
      payload_config: meta ? metaConfig(at % 30 === 4 ? '200000.00' : '100.00') : tiktokConfig('100.00'),
    });
    if (at % 30 > 9) return;
    const checked = await api<Entity>('PUT', `/tickets/${ticket.id}`, { status: 'QA_TESTING' });
    // Only a few: the sandbox has the platforms' own quotas.
    if (at % 120 < 2 && checked.status === 'READY_FOR_API') {
      await api('POST', '/deploy', { ticket_id: ticket.id });
    }
  });
}

const metaConfig = (daily: string) => ({
  objective: 'OUTCOME_TRAFFIC',
  special_ad_categories: [],
  daily_budget: daily,
});

const tiktokConfig = (budget: string) => ({
  objective_type: 'TRAFFIC',
  budget_mode: 'BUDGET_MODE_DAY',
  budget,
});

/** Calls `act` with 0, 1, 2 and so on, a few at once. */
async function each<Made>(count: number, act: (at: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  let next = 0;
  const hand = async () => {
    for (let at = next++; at < count; at = next++) made[at] = await act(at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return made;
}
