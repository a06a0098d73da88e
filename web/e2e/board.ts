import { expect, type Locator, type Page } from '@playwright/test';

/** One column of the board, by its key. */
export const column = (page: Page, key: string) => page.locator(`[data-column=${key}]`);

/** The card of a ticket, at any place of that column. */
export const cardIn = (page: Page, key: string, id: string) =>
  column(page, key).locator(`[data-card="${id}"]`);

/** Drags as a hand does: down, a small move, over to the target, up. */
export async function drag(page: Page, from: Locator, to: Locator) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2 + 12, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + 120, { steps: 12 });
  await page.mouse.up();
}

/** The columns in their order on the board. */
const ORDER = ['Draft', 'QA testing', 'QA failed', 'Ready to deploy', 'Trafficking', 'Live', 'Failed'];

/**
 * Moves the focused card to another column by keyboard: picks it up, listens for its place, presses an arrow
 * key if needed, and drops it.
 */
export async function moveByKeyboard(page: Page, over: string) {
  const told = page.getByRole('status').filter({ hasText: / is over / });
  await page.keyboard.press('Space');
  await expect(async () => {
    const text = (await told.textContent({ timeout: 1000 })) ?? '';
    const place = ORDER.findIndex((label) => text.includes(` is over ${label}.`));
    const steps = ORDER.indexOf(over) - place;
    if (steps !== 0) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
    await expect(told).toContainText(` is over ${over}.`, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Space');
}
