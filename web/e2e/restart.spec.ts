import { expect, test } from '@playwright/test';
import type { Entity } from './api';
import { BINARY, type Server, startServer } from './server';

test.skip(!BINARY, 'E2E_BINARY names the binary to start');

let server: Server;
test.beforeAll(async () => {
  server = await startServer(['--demo']);
});
test.afterAll(() => server?.stop());

/** A market that is distinguishable in a list. */
const market = (code: string, api = server.api) =>
  api<Entity>('POST', '/markets', {
    code,
    country: `Land ${code}`,
    region: 'EU',
    countries: ['AT', 'CH'],
  });

test('a server that was killed and comes back is followed without a reload, and nothing is missed', async ({
  page,
}) => {
  const feeds: string[] = [];
  page.on('websocket', (socket) => feeds.push(socket.url()));
  await page.goto(`${server.origin}/admin/markets/`);
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  await expect(page.locator('[data-live=open]')).toBeVisible();
  const seen = (code: string) => expect(page.getByText(`Land ${code}`).first()).toBeVisible();
  await market('BEFORE');
  await seen('BEFORE');

  await server.kill();
  const banner = page.getByRole('status').filter({ hasText: 'The server does not answer.' });
  await expect(banner).toBeVisible({ timeout: 30_000 });
  // The last known data stays on screen.
  await seen('BEFORE');

  await server.elsewhere((api) => market('MEANWHILE', api));
  await server.start();
  await expect(page.locator('[data-live=open]')).toBeVisible({ timeout: 30_000 });
  await expect(banner).toBeHidden();
  await seen('MEANWHILE');
  // It resumed after the last event that it had seen, not from the start.
  expect(feeds.at(-1)).toMatch(/[?&]after=\d+/);

  await market('AFTER');
  await seen('AFTER');
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
});

test('it reconnects by itself, and shows the deployments of the time between', async ({ page }) => {
  await page.goto(`${server.origin}/deployments/`);
  await expect(page.locator('[data-live=open]')).toBeVisible();
  const total = page.getByText(/^\d+ deployments$/);
  const before = Number.parseInt((await total.textContent()) ?? '', 10);
  await server.kill();
  let name = '';
  await server.elsewhere(async (api) => {
    const [ready] = await api<Entity[]>('GET', '/tickets?status=READY_FOR_API');
    if (!ready) throw new Error('the demo has a ticket that is ready');
    name = ready.name;
    await api('POST', '/deploy', { ticket_id: ready.id });
  });
  await server.start();
  await expect(total).toHaveText(`${before + 1} deployments`);
  await expect(page.getByRole('button', { name })).toBeVisible();
});
