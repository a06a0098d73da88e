import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Entity } from './api';
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

/** A draft whose daily budget QA lets pass, or not. */
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

const column = (page: Page, key: string) => page.locator(`[data-column=${key}]`);
const cardIn = (page: Page, key: string, ticket: Entity) =>
  column(page, key).locator(`[data-card="${ticket.id}"]`);

/** Drags as a hand does: down, a little, over there, up. */
async function drag(page: Page, from: Locator, to: Locator) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2 + 12, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + 120, { steps: 12 });
  await page.mouse.up();
}

test('a ticket is dragged through QA to the platform, without a reload', async ({ page }) => {
  const ticket = await draft('Dragged', '150000.00');
  await page.goto(`${server.origin}/board/`);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  await drag(page, cardIn(page, 'DRAFT', ticket), column(page, 'QA_TESTING'));
  await expect(cardIn(page, 'QA_FAILED', ticket)).toBeVisible();
  await server.api('PUT', `/tickets/${ticket.id}`, { payload_config: config('500.00') });
  await expect(cardIn(page, 'DRAFT', ticket)).toBeVisible();
  await drag(page, cardIn(page, 'DRAFT', ticket), column(page, 'QA_TESTING'));
  await expect(cardIn(page, 'READY_FOR_API', ticket)).toBeVisible();
  await drag(page, cardIn(page, 'READY_FOR_API', ticket), column(page, 'TRAFFICKING'));
  await expect(cardIn(page, 'TRAFFICKED_SUCCESS', ticket)).toBeVisible();
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
});

test('an illegal drop snaps back and says why', async ({ page }) => {
  const ticket = await draft('Illegal', '500.00');
  await page.goto(`${server.origin}/board/`);
  await drag(page, cardIn(page, 'DRAFT', ticket), column(page, 'TRAFFICKING'));
  await expect(page.getByText(/READY_FOR_API/).first()).toBeVisible();
  await expect(cardIn(page, 'DRAFT', ticket)).toBeVisible();
});

test('the same by keyboard alone', async ({ page }) => {
  const ticket = await draft('Keyboard', '500.00');
  await page.goto(`${server.origin}/board/`);
  const move = async (from: string, steps: number, over: string) => {
    const card = cardIn(page, from, ticket);
    await expect(card).toBeVisible();
    await card.focus();
    await page.keyboard.press('Space');
    await expect(page.getByText(/^Picked up|is over /)).toBeAttached();
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
    await expect(page.getByText(new RegExp(`is over ${over}`))).toBeAttached();
    await page.keyboard.press('Space');
  };
  await move('DRAFT', 1, 'QA testing');
  await move('READY_FOR_API', 1, 'Trafficking');
  await expect(cardIn(page, 'TRAFFICKED_SUCCESS', ticket)).toBeVisible();
  await cardIn(page, 'TRAFFICKED_SUCCESS', ticket).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Ticket' })).toBeVisible();
});
