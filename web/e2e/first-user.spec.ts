import { expect, type Page, test } from '@playwright/test';
import type { Entity } from './api';
import { BINARY, type Server, startServer } from './server';

test.skip(!BINARY, 'E2E_BINARY names the binary to start');

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

/** Opens a page through the navigation, as a person does. */
async function go(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Fills and sends the form of a new entity, beginning at the empty list. */
async function create(page: Page, noun: string, fields: Record<string, string>) {
  await expect(page.getByText(`No ${noun} yet`)).toBeVisible();
  await page
    .getByRole('button', { name: `New ${noun}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: `New ${noun}` });
  for (const [label, value] of Object.entries(fields)) {
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(value);
  }
  await dialog.getByRole('button', { name: /^Create/ }).click();
  await expect(dialog).toBeHidden();
}

test('from an empty house to a live campaign, without a reload', async ({ page }) => {
  await page.goto(`${server.origin}/admin/markets/`);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

  await create(page, 'market', { Code: 'US', Country: 'United States', Region: 'NA' });
  await expect(page.getByRole('button', { name: 'Code of United States: US. Edit' })).toBeVisible();
  await go(page, 'Brands');
  await create(page, 'brand', { Name: 'Disney', Code: 'DIS' });
  await expect(page.getByRole('button', { name: 'Name of Disney: Disney. Edit' })).toBeVisible();
  await go(page, 'Channels');
  await create(page, 'channel', { Platform: 'Meta', Identifier: 'meta_ads' });
  await expect(page.getByRole('button', { name: /meta_ads\. Edit/ })).toBeVisible();

  await go(page, 'Campaigns');
  await page.getByRole('button', { name: 'New campaign' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New campaign' });
  await dialog.getByRole('combobox', { name: 'Brand' }).click();
  await page.getByRole('option', { name: /Disney/ }).click();
  await dialog.getByRole('combobox', { name: 'Market' }).click();
  await page.getByRole('option', { name: /United States/ }).click();
  await dialog.getByRole('textbox', { name: 'What it is called' }).fill('Moana Launch');
  await dialog.getByRole('textbox', { name: 'Budget' }).fill('50,000.00');
  await dialog.getByRole('button', { name: 'Create the campaign' }).click();
  const year = new Date().getUTCFullYear();
  const sheet = page.getByRole('dialog', { name: 'Moana Launch' });
  await expect(sheet.getByText(`DIS_US_MULTI_${year}_MoanaLaunch`, { exact: true })).toBeVisible();

  // Somebody else asks for more than the campaign's budget; the sheet shows the ticket as it comes.
  const { api } = server;
  const [campaign] = await api<Entity[]>('GET', '/campaigns');
  const [channel] = await api<Entity[]>('GET', '/channels');
  const config = (daily: string) => ({
    payload_config: { objective: 'OUTCOME_TRAFFIC', special_ad_categories: [], daily_budget: daily },
  });
  const ticket = await api<Entity>('POST', '/tickets', {
    campaign_id: campaign?.id,
    channel_id: channel?.id,
    request_type: 'CREATE_CAMPAIGN',
    ...config('150000.00'),
  });
  await sheet.getByRole('link', { name: ticket.name }).click();
  const opened = page.getByRole('dialog', { name: 'Ticket' });
  const badge = (label: string) => expect(opened.getByText(label, { exact: true }).first()).toBeVisible();
  await badge('Draft');

  const path = `/tickets/${ticket.id}`;
  await api('PUT', path, { status: 'QA_TESTING' });
  await badge('QA failed');
  await expect(opened.getByRole('heading', { name: 'What QA found' })).toBeVisible();

  await api('PUT', path, config('500.00'));
  await badge('Draft');
  await api('PUT', path, { status: 'QA_TESTING' });
  await badge('Ready');
  await expect(opened.getByRole('heading', { name: 'What QA found' })).toBeHidden();

  await api('POST', '/deploy', { ticket_id: ticket.id });
  await badge('Live');
  await opened.getByRole('link', { name: /Succeeded/ }).click();
  const timeline = page.getByRole('dialog', { name: 'Deployment' });
  await expect(timeline.getByText('It is on the platform as it was asked for.')).toBeVisible();
  await timeline.locator('summary').first().click();
  await expect(timeline.getByRole('region', { name: 'Request' }).first()).toContainText(ticket.name);
  await timeline.getByRole('link', { name: 'Its ticket' }).click();
  await badge('Live');
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
});
