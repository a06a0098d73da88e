import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';

const PAGES = [
  ['/campaigns/', 'Campaigns'],
  ['/board/', 'Board'],
  ['/tickets/', 'Tickets'],
  ['/admin/markets/', 'Markets'],
  ['/admin/brands/', 'Brands'],
  ['/admin/channels/', 'Channels'],
  ['/admin/qa/', 'QA rules'],
  ['/admin/names/', 'Names'],
  ['/admin/audit/', 'Audit trail'],
] as const;

for (const theme of ['dark', 'light'] as const) {
  for (const [path, title] of PAGES) {
    test(`${title} is accessible and quiet in the ${theme} theme`, async ({ page }) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.addInitScript((chosen) => localStorage.setItem('omnitraffick.theme', chosen), theme);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.locator('[data-live=open]')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
    });
  }
}
