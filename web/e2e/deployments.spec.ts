import { expect, test } from '@playwright/test';

test('the monitor lists and counts the deployments that match its filters', async ({ page }) => {
  await page.goto('/deployments/');
  const rows = page.locator('tbody tr[aria-rowindex]');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  await page.getByRole('searchbox', { name: "Part of a ticket's name" }).fill('matchday');
  await expect(rows).toHaveCount(2);
  expect(all).toBeGreaterThan(2);
  for (const row of await rows.all()) await expect(row).toContainText('MatchdayLive');
  const tiles = page.getByRole('region', { name: 'Deployments by status' });
  await expect(tiles.getByRole('button', { name: /Succeeded/ })).toContainText('2');
  await page.getByRole('combobox', { name: 'Brand' }).click();
  await page.getByRole('option', { name: /Disney/ }).click();
  await expect(page.getByText('No matching deployment')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(rows).toHaveCount(all);
});
