import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Invalidator, topicsOf } from './invalidate';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function spied(fetching: () => number) {
  const client = new QueryClient();
  vi.spyOn(client, 'isFetching').mockImplementation(fetching);
  const invalidate = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
  const topics = () => invalidate.mock.calls.map(([filters]) => filters?.queryKey?.[0]);
  return { invalidator: new Invalidator(client), topics };
}

test('an event invalidates its own topic and the log', () => {
  expect(topicsOf({ type: 'ticket.status_changed' })).toEqual(['tickets', 'events']);
  expect(topicsOf({ type: 'qa_policy.changed' })).toEqual(['qa', 'events']);
  expect(topicsOf({ type: 'unheard.of' })).toEqual(['events']);
});

test('the first event shows at once, a burst once an interval', () => {
  const { invalidator, topics } = spied(() => 0);
  for (let event = 0; event < 100; event += 1) invalidator.add(['tickets']);
  expect(topics()).toEqual(['tickets']);
  vi.advanceTimersByTime(250);
  expect(topics()).toEqual(['tickets', 'tickets']);
  vi.advanceTimersByTime(5000);
  expect(topics()).toHaveLength(2);
});

test('a running fetch is not cancelled, and is followed by another one', () => {
  let fetching = 1;
  const { invalidator, topics } = spied(() => fetching);
  invalidator.add(['tickets']);
  vi.advanceTimersByTime(1000);
  expect(topics()).toEqual([]);
  fetching = 0;
  vi.advanceTimersByTime(250);
  expect(topics()).toEqual(['tickets']);
});
