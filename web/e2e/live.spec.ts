import { expect, test } from '@playwright/test';
import { apiOf, type Entity, uniqueCode } from './api';

test('a change in one browser is seen in the other within a second', async ({ browser, baseURL }) => {
  const code = uniqueCode();
  const api = apiOf(baseURL ?? '');
  await api<Entity>('POST', '/brands', { name: `Brand ${code}`, internal_code: code });
  const pages = [];
  for (const _ of ['hers', 'his']) {
    const page = await (await browser.newContext()).newPage();
    await page.goto('/admin/brands/');
    await expect(page.locator('[data-live=open]')).toBeVisible();
    await expect(page.getByRole('button', { name: `Name of Brand ${code}` })).toBeVisible();
    pages.push(page);
  }
  const [hers, his] = pages;
  if (!hers || !his) throw new Error('two pages are needed');
  await hers.getByRole('button', { name: `Name of Brand ${code}` }).click();
  await hers.getByRole('textbox', { name: `Name of Brand ${code}` }).fill(`Changed ${code}`);
  const saved = hers.waitForResponse((answer) => answer.request().method() === 'PUT');
  await hers.keyboard.press('Enter');
  expect((await saved).ok()).toBe(true);
  await expect(his.getByText(`Changed ${code}`)).toBeVisible({ timeout: 1000 });
});

test('a person with an old version sees both versions, and decides', async ({ page, baseURL }) => {
  const code = uniqueCode();
  const api = apiOf(baseURL ?? '');
  const brand = await api<Entity>('POST', '/brands', { name: `Brand ${code}`, internal_code: code });
  await page.goto('/admin/brands/');
  await page.getByRole('button', { name: `Name of Brand ${code}` }).click();
  const input = page.getByRole('textbox', { name: /^Name of/ });
  await input.fill(`Mine ${code}`);
  await api('PUT', `/brands/${brand.id}`, { name: `Theirs ${code}` });
  await input.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed it meanwhile' });
  await expect(dialog.getByRole('row')).toContainText([/Field/, `Theirs ${code}`]);
  await expect(dialog.getByRole('row').last()).toContainText(`Mine ${code}`);
  await dialog.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Mine ${code}`)).toBeVisible();
});
