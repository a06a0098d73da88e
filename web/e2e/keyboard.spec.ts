import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Entity } from './api';
import { cardIn, moveByKeyboard } from './board';
import { BINARY, type Server, startServer } from './server';

test.skip(!BINARY, 'E2E_BINARY names the binary to start');

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

/** A person without a mouse, who only presses keys. */
class Keyboard {
  constructor(private readonly page: Page) {}

  press = (key: string) => this.page.keyboard.press(key);
  type = (text: string) => this.page.keyboard.type(text);

  /** Presses Tab until the focus is there; fails if it cannot be reached that way. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 80; presses += 1) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`${key} does not lead to ${target}`);
  }

  async activate(target: Locator) {
    await this.to(target);
    await this.press('Enter');
  }

  async fill(target: Locator, text: string) {
    await this.to(target);
    await this.press('Control+A');
    await this.type(text);
  }

  /** Opens a searchable select, types, and chooses the result. */
  async choose(select: Locator, text: string) {
    await this.activate(select);
    await this.type(text);
    const found = this.page.getByRole('option', { name: new RegExp(text, 'i') }).first();
    await expect(found).toHaveAttribute('aria-selected', 'true');
    await this.press('Enter');
    await expect(select).toContainText(new RegExp(text, 'i'));
  }

  /** Goes to a page with the command palette. */
  async go(title: string) {
    await this.press('Control+K');
    await this.type(title);
    await expect(this.page.getByRole('option', { name: title }).first()).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await this.press('Enter');
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
}

test('from an empty house to a live campaign, by keyboard alone', async ({ page }) => {
  const keys = new Keyboard(page);
  await page.goto(`${server.origin}/campaigns/`);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  const dialog = page.getByRole('dialog');
  const box = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  const select = (name: string) => dialog.getByRole('combobox', { name });
  const button = (name: string | RegExp) => dialog.getByRole('button', { name });

  const create = async (title: string, noun: string, fields: Record<string, string>) => {
    await keys.go(title);
    await keys.activate(page.getByRole('button', { name: `New ${noun}` }).first());
    for (const [label, value] of Object.entries(fields)) await keys.fill(box(label), value);
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
  };
  await create('Markets', 'market', { Code: 'US', Country: 'United States', Region: 'NA' });
  await create('Brands', 'brand', { Name: 'Disney', Code: 'DIS' });
  await create('Channels', 'channel', { Platform: 'Meta', Identifier: 'meta_ads' });

  await keys.go('Campaigns');
  await keys.activate(page.getByRole('button', { name: 'New campaign' }).first());
  await keys.choose(select('Brand'), 'Disney');
  await keys.choose(select('Market'), 'United States');
  await keys.fill(box('Campaign name'), 'Moana Launch');
  await keys.fill(box('Budget'), '50000.00');
  await keys.activate(button('Create the campaign'));

  await keys.activate(
    page.getByRole('dialog', { name: 'Moana Launch' }).getByRole('link', { name: 'New ticket' }),
  );
  await keys.choose(select('Channel'), 'Meta');
  await keys.choose(select('Request'), 'Create campaign');
  await keys.activate(button('Save the draft and continue'));
  await keys.choose(select('Objective, needed'), 'Traffic');
  const steps = dialog.getByRole('navigation', { name: 'Steps' });
  await keys.to(steps.getByRole('button', { name: /^Budget/ }), 'Shift+Tab');
  await keys.press('Enter');
  const budget = box('Campaign budget a day');
  await keys.fill(budget, '150000.00');
  await expect(dialog.getByRole('alert')).toContainText(
    'The daily budget of 150,000.00 USD is above the limit',
  );
  await keys.activate(button(/^Review$/));
  await keys.activate(button('Run QA'));
  await expect(dialog.getByText('QA failed', { exact: true })).toBeVisible();

  // The finding leads to its field.
  await keys.to(button('Fix').first(), 'Shift+Tab');
  await keys.press('Enter');
  await expect(budget).toBeFocused();
  await keys.fill(budget, '500.00');
  await expect(dialog.getByText('Saved', { exact: true })).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();

  await keys.go('Board');
  const [ticket] = await server.api<Entity[]>('GET', '/tickets');
  const card = (key: string) => cardIn(page, key, ticket?.id ?? '');
  const moveRight = async (from: string, over: string) => {
    await keys.to(card(from));
    await moveByKeyboard(page, over);
  };
  await moveRight('DRAFT', 'QA testing');
  await moveRight('READY_FOR_API', 'Trafficking');
  await keys.to(card('TRAFFICKED_SUCCESS'));
  await keys.press('Enter');
  await expect(
    page.getByRole('dialog', { name: 'Ticket' }).getByText('Live', { exact: true }).first(),
  ).toBeVisible();
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
});
