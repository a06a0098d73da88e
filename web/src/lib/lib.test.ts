import { expect, test } from 'vitest';
import { ariaSort, nextSort } from '@/components/data-table/sort';
import { differencesOf } from './diff';
import { jobShare, jobText, jobTitle } from './job-text';
import { jsonTokens } from './json-tokens';
import { decimal, formatMoney, micros, percent } from './money';
import { ago, exact } from './time';
import { readState, writeState } from './url-state';

test('amounts are exact beyond what a float holds', () => {
  expect(micros('9007199254740993.01')).toBe(9_007_199_254_740_993_010_000n);
  expect(decimal(9_007_199_254_740_993_010_000n)).toBe('9007199254740993.01');
  expect(decimal(-1_500n)).toBe('-0.0015');
  expect(formatMoney('9007199254740993.01', 'USD')).toBe('$9,007,199,254,740,993.01');
  expect(['', '1e3', '12.', 'abc', '1.1234567', null].map(micros)).toEqual(Array(6).fill(undefined));
  expect(percent(150n, 80n)).toBe(187.5);
  expect(percent(1n, 0n)).toBe(0);
});

test('filters are read from the address and written to it', () => {
  const query = new URLSearchParams('status=ACTIVE&sort=&other=1');
  expect(readState(query, ['status', 'sort', 'search'])).toEqual({ status: 'ACTIVE' });
  expect(writeState(query, { status: undefined, search: 'a b' })).toBe('?sort=&other=1&search=a+b');
  expect(writeState(new URLSearchParams('open=1'), { open: undefined })).toBe('');
});

test('a click on a head sorts up, down, and not', () => {
  expect(nextSort(undefined, 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(nextSort('-name', 'name')).toBeUndefined();
  expect(nextSort('-budget', 'name')).toBe('name');
  expect(ariaSort('-name', 'name')).toBe('descending');
});

test('an event has its changes, field by field', () => {
  const before = { name: 'A', version: 1, payload: { daily: '1', tags: ['a'] }, note: null };
  const after = { name: 'B', version: 2, payload: { daily: '1', tags: ['a', 'b'] } };
  expect(differencesOf({ before, after })).toEqual([
    { path: 'name', before: 'A', after: 'B' },
    { path: 'payload.tags', before: ['a'], after: ['a', 'b'] },
  ]);
});

test('new and deleted things are listed by their fields, without the empty ones', () => {
  expect(differencesOf({ before: null, after: { code: 'US', note: null } })).toEqual([
    { path: 'code', after: 'US' },
  ]);
  expect(differencesOf({ before: { code: 'US' }, after: null })).toEqual([{ path: 'code', before: 'US' }]);
  expect(differencesOf(undefined)).toEqual([]);
});

test('times are shown in people’s form', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  expect(ago('2026-11-25T11:59:30Z', now)).toBe('just now');
  expect(ago('2026-11-25T09:00:00Z', now)).toBe('3 hr. ago');
  expect(ago('2026-01-01T09:00:00Z', now)).toBe('1 Jan 2026');
  expect(exact('2026-11-25T13:11:04.5Z')).toBe('25 Nov 2026, 13:11:04 UTC');
});

test('JSON is cut into its colours, and nothing is lost', () => {
  const text = JSON.stringify({ 'a "b"': ['x: 1', -1.5e3, true, null] }, null, 2);
  const tokens = jsonTokens(text);
  expect(tokens.map((token) => token.text).join('')).toBe(text);
  expect(tokens.filter(({ kind }) => kind !== 'plain').map(({ kind, text: part }) => [kind, part])).toEqual([
    ['key', '"a \\"b\\""'],
    ['string', '"x: 1"'],
    ['number', '-1500'],
    ['word', 'true'],
    ['word', 'null'],
  ]);
});

test('a job has its progress and its end', () => {
  const job = {
    id: 'j',
    kind: 'deploy' as const,
    actor: 'user:ann',
    status: 'running' as const,
    total: 1700,
    done: 1415,
    accepted: 1412,
    refused: 3,
    stopped: 0,
    created_at: '',
    updated_at: '',
    finished_at: null,
  };
  expect(jobTitle(job)).toBe('Deploying tickets');
  expect(jobText(job)).toBe('1,412 of 1,700 accepted, 3 refused');
  expect(jobShare(job)).toBeCloseTo(0.832, 3);
  const stopped = { ...job, kind: 'retry' as const, status: 'stopped' as const, refused: 0, stopped: 288 };
  expect(jobTitle(stopped)).toBe('Retrying failures: stopped');
  expect(jobText(stopped)).toBe('1,412 of 1,700 accepted, 288 not done');
});
