import { type CDPSession, devices, expect, type Locator, test } from '@playwright/test';
import type { Entity } from './api';
import { cardIn, column } from './board';
import { BINARY, type Server, startServer } from './server';

test.skip(!BINARY, 'E2E_BINARY names the binary to start');

const { viewport, hasTouch, isMobile, deviceScaleFactor } = devices['iPad (gen 7) landscape'];
test.use({ viewport, hasTouch, isMobile, deviceScaleFactor });

let server: Server;
test.beforeAll(async () => {
  server = await startServer(['--demo']);
});
test.afterAll(() => server?.stop());

interface Point {
  x: number;
  y: number;
}

/** One finger on the screen. Playwright's own touches are only taps. */
class Finger {
  constructor(private readonly session: CDPSession) {}

  private touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    this.session.send('Input.dispatchTouchEvent', { type, touchPoints });

  down = (point: Point) => this.touch('touchStart', [point]);
  up = () => this.touch('touchEnd', []);

  async move(from: Point, to: Point, steps = 12) {
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps;
      await this.touch('touchMove', [
        { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
      ]);
    }
  }
}

async function centre(of: Locator): Promise<Point> {
  const box = await of.boundingBox();
  if (!box) throw new Error(`${of} is not there`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a card that is held is dragged, a swipe scrolls, and a tap opens', async ({ page, context }) => {
  const drafts = await server.api<Entity[]>('GET', '/tickets?status=DRAFT&search=THORWINTER');
  const draft = drafts[0];
  if (!draft) throw new Error('the demo has drafts');
  await page.goto(`${server.origin}/board/`);
  const finger = new Finger(await context.newCDPSession(page));
  const card = cardIn(page, 'DRAFT', draft.id);
  await expect(card).toBeVisible();

  // A swipe over the card scrolls the board, and moves no ticket.
  const scroller = column(page, 'DRAFT').locator('div.overflow-y-auto');
  const start = await centre(card);
  await finger.down(start);
  await finger.move(start, { x: start.x, y: start.y - 200 });
  await finger.up();
  await expect.poll(() => scroller.evaluate((node) => node.scrollTop)).toBeGreaterThan(0);
  await scroller.evaluate((node) => node.scrollTo(0, 0));
  await expect(card).toBeInViewport();

  const held = await centre(card);
  const over = await centre(column(page, 'QA_TESTING'));
  await finger.down(held);
  await expect(page.locator('[data-dragging]')).toBeAttached();
  await finger.move(held, over);
  await expect(page.getByText(/is over QA testing/)).toBeAttached();
  await finger.up();
  // QA refuses or accepts the budget of the two together; either way it is no draft any more.
  await expect(card).toHaveCount(0);
  const { status } = await server.api<Entity>('GET', `/tickets/${draft.id}`);
  expect(['READY_FOR_API', 'QA_FAILED']).toContain(status);

  await cardIn(page, status, draft.id).tap();
  await expect(page.getByRole('dialog', { name: 'Ticket' })).toBeVisible();
});
