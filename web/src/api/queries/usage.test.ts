import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from './usage';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

const usage = (campaign_id: string, planned = '1.00') => ({ campaign_id, planned, tickets: [] });

test('rows that ask together are one request, and each gets its own answer', async () => {
  const read = vi.fn(async (ids: readonly string[]) => ids.filter((id) => id !== 'c').map((id) => usage(id)));
  const of = gathered(read);
  const answers = Promise.all([of('a'), of('b'), of('a'), of('c')]);
  await vi.runAllTimersAsync();
  expect(await answers).toEqual([usage('a'), usage('b'), usage('a'), usage('c', '0.00')]);
  expect(read.mock.calls).toEqual([[['a', 'b', 'c']]]);
});

test('a hundred ids are one request, and a failure reaches all callers', async () => {
  const read = vi.fn((_: readonly string[]) => Promise.reject(new Error('gone')));
  const of = gathered(read);
  const told = Promise.allSettled(Array.from({ length: 150 }, (_, index) => of(String(index))));
  await vi.runAllTimersAsync();
  expect(read.mock.calls.map(([ids]) => ids.length)).toEqual([100, 50]);
  expect((await told).every(({ status }) => status === 'rejected')).toBe(true);
});
