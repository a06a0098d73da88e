import type { Browser, Page } from '@playwright/test';

/** The cost of opening a page, by the browser's own Performance API. */
export interface Opening {
  /** From the start of the navigation until the first row or card is in the document, in milliseconds. */
  shown: number;
  /** The longest task until the page was quiet, in milliseconds; 0 if none was longer than 50. */
  longest: number;
  /** Transferred bytes: the app, and the API's answers. */
  app: number;
  data: number;
}

/** Opens a page in a browser with an empty cache, until the first `selector` is visible and the network is quiet. */
export async function open(browser: Browser, url: string, selector: string): Promise<[Page, Opening]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript((wanted) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      performance.mark('shown');
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      type: 'longtask',
      buffered: true,
    });
    Object.assign(window, { longTasks: tasks });
  }, selector);
  await page.goto(url);
  await page.locator(selector).first().waitFor();
  await page.waitForLoadState('networkidle');
  const opening = await page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    const bytes = (of: (entry: PerformanceResourceTiming) => boolean) =>
      entries.filter(of).reduce((sum, entry) => sum + entry.transferSize, 0);
    const isData = (entry: PerformanceResourceTiming) => new URL(entry.name).pathname.startsWith('/api/');
    return {
      shown: performance.getEntriesByName('shown')[0]?.startTime ?? Number.NaN,
      app: bytes((entry) => !isData(entry)),
      data: bytes(isData),
    };
  });
  return [page, { ...opening, longest: await longestTask(page) }];
}

/** The longest task since the last call. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { longTasks } = window as unknown as { longTasks: number[] };
    return Math.max(0, ...longTasks.splice(0));
  });
}

const WHEEL_TURNS = 120;

/** Turns the wheel over the middle of `selector` without pauses. Returns the longest task. */
export async function scroll(page: Page, selector: string): Promise<number> {
  await longestTask(page);
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) {
    await page.mouse.wheel(0, turn % 40 < 10 ? -400 : 600);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const longest = await longestTask(page);
  const moved = await page.evaluate(() =>
    Math.max(...Array.from(document.querySelectorAll('*'), (element) => element.scrollTop)),
  );
  if (moved === 0) throw new Error(`nothing in ${selector} was scrolled`);
  return longest;
}
