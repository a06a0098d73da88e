import { expect, type Page, test } from '@playwright/test';
import { apiOf, type Entity } from './api';
import { expectAccessible } from './axe';
import { PAGES } from './pages';

/** The browser's complaints from now on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Panels that open over a page: the path to each, and its name. */
const PANELS: readonly { name: string; path: (id: IdOf) => Promise<string>; click?: string }[] = [
  { name: 'New campaign', path: async () => '/campaigns/?new=1' },
  { name: 'New ticket', path: async () => '/board/?build=new' },
  { name: 'Edit the ticket', path: async (id) => `/board/?build=${await id('/tickets?status=DRAFT')}` },
  {
    name: 'Edit the ticket',
    path: async (id) => `/tickets/?build=${await id('/tickets?status=QA_FAILED')}&step=review`,
  },
  { name: 'Ticket', path: async (id) => `/tickets/?open=${await id('/tickets')}` },
  { name: 'Deployment', path: async (id) => `/deployments/?open=${await id('/deployments')}` },
  { name: 'Accounts', path: async () => '/deployments/?show=accounts' },
  { name: 'Retry failures', path: async () => '/deployments/?show=retry' },
  { name: 'Workers', path: async () => '/deployments/', click: 'Workers' },
  { name: 'Pause all of Meta?', path: async () => '/deployments/?show=accounts', click: 'Pause all of Meta' },
];

type IdOf = (path: string) => Promise<string | undefined>;

for (const theme of ['dark', 'light'] as const) {
  const inTheme = (page: Page) =>
    page.addInitScript((chosen) => localStorage.setItem('omnitraffick.theme', chosen), theme);

  for (const [path, title] of PAGES) {
    test(`${title} is accessible and quiet in the ${theme} theme`, async ({ page }) => {
      const complaints = complaintsOf(page);
      await inTheme(page);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.locator('[data-live=open]')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
    });
  }

  test(`the page that says that there is none is accessible in the ${theme} theme`, async ({ page }) => {
    await inTheme(page);
    const answer = await page.goto('/no-such-page/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeAttached();
    await expect(page.locator('[data-live=open]')).toBeVisible();
    await expectAccessible(page);
  });

  for (const [at, { name, path, click }] of PANELS.entries()) {
    test(`the panel “${name}” (${at}) is accessible in the ${theme} theme`, async ({ page, baseURL }) => {
      const api = apiOf(baseURL ?? '');
      await inTheme(page);
      await page.goto(await path(async (list) => (await api<Entity[]>('GET', list))[0]?.id));
      if (click) await page.getByRole('button', { name: click === 'Workers' ? /workers?$/i : click }).click();
      const panel = page.getByRole('dialog', { name });
      await expect(panel).toBeVisible();
      await expect(panel.locator('.animate-pulse')).toHaveCount(0);
      // While it slides in, a panel has half its contrast.
      await panel.evaluate((node) =>
        Promise.all(node.getAnimations({ subtree: true }).map((animation) => animation.finished)),
      );
      await expectAccessible(page);
    });
  }
}
