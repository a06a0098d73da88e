import { expect, test, vi } from 'vitest';
import type { Schema } from '@/api/client';
import { actOnMany } from './act-on-many';
import { detailOf } from './happenings';
import { duration, percentText, rangeOf, totalsOf } from './history';
import { stepLabel, treeOf } from './steps';
import { countdown, holdOf, situation } from './wait';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

const deployment: Schema<'Deployment'> = {
  id: 'd',
  task_id: 'd',
  ticket_id: 't',
  ticket_name: 'DIS_US_META_2026_Moana',
  platform: 'meta',
  account_id: '1',
  status: 'RETRY',
  attempt: 2,
  retries: 1,
  error: 'Meta: too many calls.',
  next_attempt_at: inSeconds(30),
  created_at: inSeconds(-60),
  updated_at: inSeconds(-1),
};
const parked = {
  platform: 'meta',
  account_id: '1',
  parked_since: inSeconds(-10),
  parked_until: inSeconds(125),
  reason: 'throttled',
  message: 'Wait.',
  in_a_row: 1,
};
const account = {
  platform: 'meta',
  account_id: '1',
  state: 'parked' as const,
  active_deployments: 1,
  parked,
};
const whole = {
  platform: 'meta',
  account_id: '*',
  state: 'paused' as const,
  active_deployments: 1,
  paused: { actor: 'user:ann', reason: 'Audit', since: inSeconds(-5) },
};

test('a countdown reads like a clock and ends', () => {
  expect([1, 59, 60, 125, 3600, 7384].map((seconds) => countdown(inSeconds(seconds), NOW))).toEqual([
    '1 s',
    '59 s',
    '1:00',
    '2:05',
    '1 h 00 min',
    '2 h 03 min',
  ]);
  expect(countdown(inSeconds(0), NOW)).toBeUndefined();
  expect(countdown(null, NOW)).toBeUndefined();
});

test('a pause takes precedence over parking, and does not concern another account', () => {
  expect(holdOf(deployment, [account, whole], NOW)?.pause).toBe(whole.paused);
  expect(holdOf(deployment, [account], NOW)?.parked).toBe(parked);
  expect(holdOf(deployment, [account], NOW + 126_000)).toBeUndefined();
  expect(holdOf({ ...deployment, account_id: '2' }, [account], NOW)).toBeUndefined();
  expect(holdOf({ ...deployment, platform: 'tiktok' }, [account, whole], NOW)).toBeUndefined();
  expect(holdOf({ ...deployment, status: 'FAILURE' }, [account, whole], NOW)).toBeUndefined();
});

test('one sentence says what a deployment waits for, or its result', () => {
  const says = (change: object, hold?: Parameters<typeof situation>[1]) =>
    situation({ ...deployment, ...change }, hold, 'Meta', NOW);
  expect(says({})).toBe('It continues in 30 s: Meta: too many calls.');
  expect(says({ status: 'PENDING', next_attempt_at: inSeconds(-1) })).toBe(
    'It is due and goes to the next free worker.',
  );
  expect(says({}, { account, parked })).toBe(
    'It waits for Meta account 1, which is parked for another 2:05: the platform asks for fewer calls.',
  );
  expect(says({}, { account: whole, pause: whole.paused })).toBe(
    'It waits until all of Meta is resumed; user:ann paused it: “Audit”.',
  );
  expect(says({ status: 'FAILURE', error: 'No budget' })).toBe('It failed: No budget.');
  const read = (outcome: string) => ({ read_back: { outcome, differences: [] } });
  expect(says({ status: 'SUCCESS', steps: [read('agrees')] })).toBe('It is on the platform as requested.');
  expect(says({ status: 'SUCCESS', steps: [read('agrees'), read('differs')] })).toContain(
    'some values differ',
  );
  expect(says({ status: 'SUCCESS', steps: [read('agrees'), {}] })).toBe('It is on the platform.');
  expect(says({ status: 'STARTED' })).toBe('In progress: attempt 2.');
});

test('the spans add up, and a mean counts as often as it has successes', () => {
  const span = (succeeded: number, failed: number, mean_duration_ms: number | null) => ({
    from: '',
    succeeded,
    failed,
    mean_duration_ms,
  });
  expect(totalsOf([span(3, 0, 100), span(1, 4, 500), span(0, 0, null)])).toEqual({
    succeeded: 4,
    failed: 4,
    successRate: 50,
    meanMs: 200,
  });
  expect(totalsOf([])).toEqual({ succeeded: 0, failed: 0 });
  expect([850, 2400, 180_000, 5_400_000].map(duration)).toEqual(['850 ms', '2.4 s', '3 min', '1.5 h']);
  expect([100, 99.99, 50].map(percentText)).toEqual(['100%', '99.9%', '50%']);
  expect([rangeOf('24h'), rangeOf('toString'), rangeOf(undefined)]).toEqual(['24h', '1h', '1h']);
});

test('the steps form the same tree as the objects on the platform', () => {
  const keys = ['campaign', 'ad_set_1', 'creative_1_1', 'ad_1_1', 'ad_set_2', 'ad_2_1', 'ad_3_1'];
  const steps = keys.map((key) => ({ key, kind: key, name: key, state: 'DONE' as const }));
  const shape = (branches: ReturnType<typeof treeOf>): unknown =>
    branches.map(({ step, children }) => (children.length > 0 ? [step.key, shape(children)] : step.key));
  expect(shape(treeOf(steps))).toEqual([
    [
      'campaign',
      [
        ['ad_set_1', ['creative_1_1', 'ad_1_1']],
        ['ad_set_2', ['ad_2_1']],
      ],
    ],
    'ad_3_1',
  ]);
  expect([
    stepLabel('campaign'),
    stepLabel('ad_set_2'),
    stepLabel('creative_2_1'),
    stepLabel('new_3'),
  ]).toEqual(['Campaign', 'Ad set 2', 'Creative 2.1', 'new 3']);
});

test('a refusal does not stop the others', async () => {
  const act = vi.fn(async (id: string) => {
    if (id === '3') throw new Error('It runs already.');
  });
  const many = Array.from({ length: 20 }, (_, index) => ({ id: String(index), ticket_id: `t${index}` }));
  expect(await actOnMany(many, act)).toEqual({
    accepted: 19,
    refused: [{ ticketId: 't3', message: 'It runs already.' }],
  });
  expect(act).toHaveBeenCalledTimes(20);
});

test('an event has its reason and its duration', () => {
  expect(detailOf({ why: 'HTTP 503', delay_ms: 2000 })).toBe('for 2.0 s: HTTP 503');
  expect(detailOf({ reason: 'Refused' })).toBe('Refused');
  expect(detailOf({ reason: null })).toBeUndefined();
  expect(detailOf(null)).toBeUndefined();
});
