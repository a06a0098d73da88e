import { expect, type Page, test } from '@playwright/test';
import type { Entity } from './api';
import { cardIn, column, drag } from './board';
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

/** Fills and sends the form of a new entity, starting at the empty list. */
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
  const choose = async (label: string, option: string | RegExp) => {
    await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };

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
  await choose('Brand', /Disney/);
  await choose('Market', /United States/);
  await dialog.getByRole('textbox', { name: 'Campaign name' }).fill('Moana Launch');
  await dialog.getByRole('textbox', { name: 'Budget' }).fill('50,000.00');
  await dialog.getByRole('button', { name: 'Create the campaign' }).click();
  const year = new Date().getUTCFullYear();
  const campaign = page.getByRole('dialog', { name: 'Moana Launch' });
  await expect(campaign.getByText(`DIS_US_MULTI_${year}_MoanaLaunch`, { exact: true })).toBeVisible();

  // The ticket, in the builder's steps; it plans more than the campaign has.
  await campaign.getByRole('link', { name: 'New ticket' }).click();
  await choose('Channel', /Meta/);
  await choose('Request', /^Create campaign/);
  const name = `DIS_US_META_${year}_MoanaLaunch`;
  await expect(page.getByRole('dialog').getByText(name).first()).toBeVisible();
  await page.getByRole('button', { name: 'Save the draft and continue' }).click();
  const builder = page.getByRole('dialog', { name: 'Edit the ticket' });
  const step = (label: RegExp) =>
    builder.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: label });
  await choose('Objective, needed', /^Traffic/);
  await step(/^Budget/).click();
  const budget = builder.getByRole('textbox', { name: 'Campaign budget a day' });
  await budget.fill('150000.00');
  await expect(builder.getByRole('alert')).toContainText(
    'The daily budget of 150,000.00 USD is above the limit',
  );
  await step(/^Review/).click();
  await builder.getByRole('button', { name: 'Run QA' }).click();
  await expect(builder.getByText('QA failed', { exact: true })).toBeVisible();
  await builder.getByRole('button', { name: 'Close' }).click();

  // On the board, QA's finding leads to the field, and the card is dragged from there.
  await go(page, 'Board');
  const [ticket] = await server.api<Entity[]>('GET', '/tickets');
  const card = (key: string) => cardIn(page, key, ticket?.id ?? '');
  await card('QA_FAILED').click();
  const opened = page.getByRole('dialog', { name: 'Ticket' });
  await expect(opened.getByRole('heading', { name: 'QA findings' })).toBeVisible();
  await opened.getByRole('button', { name: 'Fix' }).first().click();
  await expect(budget).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('500.00');
  await step(/^Review/).click();
  await expect(builder.getByText('Checks passed')).toBeVisible();
  await expect(builder.getByRole('region', { name: 'Requests to the platform' })).toContainText(name);
  await builder.getByRole('button', { name: 'Close' }).click();
  await drag(page, card('DRAFT'), column(page, 'QA_TESTING'));
  await expect(card('READY_FOR_API')).toBeVisible();
  await drag(page, card('READY_FOR_API'), column(page, 'TRAFFICKING'));
  await expect(card('TRAFFICKED_SUCCESS')).toBeVisible();

  await card('TRAFFICKED_SUCCESS').click();
  const badge = () => expect(opened.getByText('Live', { exact: true }).first()).toBeVisible();
  await badge();
  await opened.getByRole('link', { name: /Succeeded/ }).click();
  const timeline = page.getByRole('dialog', { name: 'Deployment' });
  await expect(timeline.getByText('It is on the platform as requested.')).toBeVisible();
  await timeline.locator('summary').first().click();
  await expect(timeline.getByRole('region', { name: 'Request' }).first()).toContainText(name);
  await timeline.getByRole('link', { name: 'Open the ticket' }).click();
  await badge();
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
});
