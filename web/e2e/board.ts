import { expect, type Locator, type Page } from '@playwright/test';

/** One column of the board, by its key. */
export const column = (page: Page, key: string) => page.locator(`[data-column=${key}]`);

/** The card of a ticket, wherever it is in that column. */
export const cardIn = (page: Page, key: string, id: string) =>
  column(page, key).locator(`[data-card="${id}"]`);

/** Drags as a hand does: down, a little, over there, up. */
export async function drag(page: Page, from: Locator, to: Locator) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2 + 12, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + 120, { steps: 12 });
  await page.mouse.up();
}

/** Moves the card that has the focus so many columns to the right, as one does without a mouse. */
export async function moveByKeyboard(page: Page, steps: number, over: string) {
  await page.keyboard.press('Space');
  await expect(page.getByText(/ is over /)).toBeAttached();
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText(` is over ${over}`)).toBeAttached();
  await page.keyboard.press('Space');
}
