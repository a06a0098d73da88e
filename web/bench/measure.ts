import type { Browser, Page } from '@playwright/test';

/** What a page took, by the Performance API of its own browser. */
export interface Opening {
  /** From the start of the navigation until the first row or card stood in the document, in milliseconds. */
  shown: number;
  /** The longest task until the page was quiet, in milliseconds; 0 where none was longer than 50. */
  longest: number;
  /** Bytes that came over the wire: the app, and what the API answered. */
  app: number;
  data: number;
}

/** Opens a page in a browser that has nothing cached, until the first `selector` is there and the network is quiet. */
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

/** The longest task since it was asked for last. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { longTasks } = window as unknown as { longTasks: number[] };
    return Math.max(0, ...longTasks.splice(0));
  });
}

const WHEEL_TURNS = 120;

/** Turns the wheel over the middle of `selector`, without waiting for anything; the longest task meanwhile. */
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
