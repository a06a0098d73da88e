import { expect, test } from '@playwright/test';
import { READING } from './pages';

const PROBLEM = {
  type: 'urn:omnitraffick:problem:unavailable',
  title: 'The database does not answer',
  status: 503,
  detail: 'The database does not answer at the moment.',
  errors: [],
  request_id: 'r-1',
};

for (const [path, title] of READING) {
  test(`${title} shows the error, and continues when asked to`, async ({ page }) => {
    await page.route('**/api/v1/**', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(PROBLEM) }),
    );
    await page.goto(path);
    // Each column of the board is a list of its own, and says so.
    const alerts = page.getByRole('alert').filter({ hasText: PROBLEM.detail });
    await expect(alerts.first()).toBeVisible();
    await page.unroute('**/api/v1/**');
    await expect(async () => {
      const again = alerts.getByRole('button', { name: 'Try again' }).first();
      if (await again.isVisible()) await again.click({ timeout: 1000 });
      expect(await alerts.count()).toBe(0);
    }).toPass();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });

  test(`${title} shows placeholders while it loads`, async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/v1/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path);
    await expect(page.locator('main .animate-pulse').first()).toBeVisible();
    release();
    await expect(page.locator('main .animate-pulse')).toHaveCount(0);
  });
}
