import { type Browser, expect, test } from '@playwright/test';
import { type Server, startServer } from '../e2e/server';
import { fill } from './fill';
import { type Opening, open, scroll } from './measure';

const FEW = 100;
const MANY = Number(process.env.TICKETS ?? 10_000);
const ROUNDS = 5;

const SCREENS = [
  { name: 'board', path: '/board/', row: '[data-card]', scrolls: '[data-column=DRAFT]' },
  {
    name: 'tickets',
    path: '/tickets/',
    row: 'tbody tr[aria-rowindex]',
    scrolls: 'section[aria-label=Tickets]',
  },
  {
    name: 'campaigns',
    path: '/campaigns/',
    row: 'tbody tr[aria-rowindex]',
    scrolls: 'section[aria-label=Campaigns]',
  },
];

const lines: string[] = [];

for (const { name, path, row, scrolls } of SCREENS) {
  test(name, async ({ browser }) => {
    const few = await rounds(browser, path, row, scrolls, servers.few);
    const many = await rounds(browser, path, row, scrolls, servers.many);
    const ms = (value: number) => `${Math.round(value)} ms`;
    const kB = (value: number) => `${Math.round(value / 1000)} kB`;
    lines.push(
      `| ${name} | ${ms(few.shown)} | ${ms(many.shown)} | ${(many.shown / few.shown).toFixed(2)} | ${ms(few.longest)}, ${ms(many.longest)} | ${ms(few.scrolling)}, ${ms(many.scrolling)} | ${kB(many.app)} | ${kB(many.data)} |`,
    );
  });
}

/** The median of each figure. */
async function rounds(
  browser: Browser,
  path: string,
  row: string,
  scrolls: string,
  server: Server | undefined,
) {
  const seen: (Opening & { scrolling: number })[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [page, opening] = await open(browser, `${server?.origin}${path}`, row);
    seen.push({ ...opening, scrolling: await scroll(page, scrolls) });
    await page.context().close();
  }
  const median = (of: (one: (typeof seen)[number]) => number) =>
    seen.map(of).sort((a, b) => a - b)[Math.floor(seen.length / 2)] ?? Number.NaN;
  return {
    shown: median((one) => one.shown),
    longest: median((one) => one.longest),
    scrolling: median((one) => one.scrolling),
    app: median((one) => one.app),
    data: median((one) => one.data),
  };
}

const servers: { few?: Server; many?: Server } = {};

test.beforeAll(async () => {
  servers.few = await startServer();
  servers.many = await startServer();
  await fill(servers.few.api, FEW);
  await fill(servers.many.api, MANY);
  // Deployments finish before the measurement.
  for (const server of [servers.few, servers.many]) {
    const active = () => server.api<unknown[]>('GET', '/deployments?status=PENDING,STARTED,RETRY&limit=1');
    await expect.poll(async () => (await active()).length, { timeout: 300_000 }).toBe(0);
  }
});

test.afterAll(async () => {
  await servers.few?.stop();
  await servers.many?.stop();
  process.stdout.write(
    [
      '',
      `| page | shown with ${FEW} tickets | with ${MANY} | ratio | longest task, opening | scrolling | app | data |`,
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...lines,
      '',
    ].join('\n'),
  );
});
