import { expect, test } from '@playwright/test';
import type { Entity } from './api';
import { cardIn, column, drag, moveByKeyboard } from './board';
import { BINARY, type Server, startServer } from './server';

test.skip(!BINARY, 'E2E_BINARY names the binary to start');

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
  const { api } = server;
  await api('POST', '/markets', { code: 'US', country: 'United States', region: 'NA' });
  await api('POST', '/brands', { name: 'Disney', internal_code: 'DIS' });
  await api('POST', '/channels', { platform_name: 'Meta', api_identifier: 'meta_ads' });
});
test.afterAll(() => server?.stop());

/** A draft whose daily budget QA accepts or refuses. */
async function draft(name: string, daily: string): Promise<Entity> {
  const { api } = server;
  const [brand] = await api<Entity[]>('GET', '/brands');
  const [market] = await api<Entity[]>('GET', '/markets');
  const [channel] = await api<Entity[]>('GET', '/channels');
  const campaign = await api<Entity>('POST', '/campaigns', {
    campaign_name: name,
    brand_id: brand?.id,
    market_id: market?.id,
    budget: '500000.00',
  });
  return api('POST', '/tickets', {
    campaign_id: campaign.id,
    channel_id: channel?.id,
    request_type: 'CREATE_CAMPAIGN',
    payload_config: config(daily),
  });
}

const config = (daily: string) => ({
  objective: 'OUTCOME_TRAFFIC',
  special_ad_categories: [],
  daily_budget: daily,
});

test('a ticket is dragged through QA to the platform, without a reload', async ({ page }) => {
  const ticket = await draft('Dragged', '150000.00');
  await page.goto(`${server.origin}/board/`);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  await drag(page, cardIn(page, 'DRAFT', ticket.id), column(page, 'QA_TESTING'));
  await expect(cardIn(page, 'QA_FAILED', ticket.id)).toBeVisible();
  await server.api('PUT', `/tickets/${ticket.id}`, { payload_config: config('500.00') });
  await expect(cardIn(page, 'DRAFT', ticket.id)).toBeVisible();
  await drag(page, cardIn(page, 'DRAFT', ticket.id), column(page, 'QA_TESTING'));
  await expect(cardIn(page, 'READY_FOR_API', ticket.id)).toBeVisible();
  await drag(page, cardIn(page, 'READY_FOR_API', ticket.id), column(page, 'TRAFFICKING'));
  await expect(cardIn(page, 'TRAFFICKED_SUCCESS', ticket.id)).toBeVisible();
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
});

test('an illegal drop snaps back and says why', async ({ page }) => {
  const ticket = await draft('Illegal', '500.00');
  await page.goto(`${server.origin}/board/`);
  await drag(page, cardIn(page, 'DRAFT', ticket.id), column(page, 'TRAFFICKING'));
  await expect(page.getByText(/READY_FOR_API/).first()).toBeVisible();
  await expect(cardIn(page, 'DRAFT', ticket.id)).toBeVisible();
});

test('the same by keyboard alone', async ({ page }) => {
  const ticket = await draft('Keyboard', '500.00');
  await page.goto(`${server.origin}/board/`);
  const move = async (from: string, over: string) => {
    const card = cardIn(page, from, ticket.id);
    await expect(card).toBeVisible();
    await card.focus();
    await moveByKeyboard(page, over);
  };
  await move('DRAFT', 'QA testing');
  await move('READY_FOR_API', 'Trafficking');
  await expect(cardIn(page, 'TRAFFICKED_SUCCESS', ticket.id)).toBeVisible();
  await cardIn(page, 'TRAFFICKED_SUCCESS', ticket.id).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Ticket' })).toBeVisible();
});
