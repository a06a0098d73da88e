import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import type { Schema } from '@/api/client';
import { boardColumnQuery } from '@/api/queries/board';
import { COLUMNS, neighbour, withMoves } from './columns';
import { move, summary } from './moves';
import { movedTicket } from './use-pulse';

type Ticket = Schema<'Ticket'>;
const ticket = (id: string, more: Partial<Ticket> = {}) =>
  ({ id, name: `N_${id}`, version: 3, campaign_id: 'c', channel_id: 'm', ...more }) as Ticket;

afterEach(() => vi.unstubAllGlobals());

/** Answers each request by its body, and records the requests. */
function serve(answer: (request: Request, body: string) => [number, unknown]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const sent = await request.text();
    asked.push(
      `${request.method} ${new URL(request.url).pathname} ${request.headers.get('if-match')} ${sent}`,
    );
    const [status, told] = answer(request, sent);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(told), { status, headers: { 'content-type': type } });
  });
  return asked;
}
const problem = (detail: string) => ({
  type: 'x',
  title: 'x',
  status: 409,
  detail,
  errors: [],
  request_id: 'r',
});

test('columns have neighbours, except beyond the ends', () => {
  expect(neighbour('DRAFT', 1)).toBe('QA_TESTING');
  expect(neighbour('READY_FOR_API', 1)).toBe('TRAFFICKING');
  expect([neighbour('DRAFT', -1), neighbour('FAILED', 1), neighbour('x', 1)]).toEqual(
    Array(3).fill(undefined),
  );
  expect(new Set(COLUMNS.map(({ key }) => key)).size).toBe(7);
});

test('a column requests its state with the filters; tickets being deployed are a state of their own', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(decodeURIComponent(new URL(request.url).search));
    return new Response('[]', { headers: { 'content-type': 'application/json', 'x-total-count': '0' } });
  });
  const client = new QueryClient();
  for (const column of ['DRAFT', 'READY_FOR_API', 'TRAFFICKING'] as const) {
    await client.fetchInfiniteQuery(boardColumnQuery(column, { brand_id: 'b' }));
  }
  const state = asked.map((search) =>
    [...new URLSearchParams(search)].filter(([name]) => /status|deploying|brand/.test(name)),
  );
  expect(state.map((pairs) => Object.fromEntries(pairs))).toEqual([
    { brand_id: 'b', status: 'DRAFT' },
    { brand_id: 'b', status: 'READY_FOR_API', deploying: 'false' },
    { brand_id: 'b', deploying: 'true' },
  ]);
});

test('a card is at once where it was dropped, and only there', () => {
  const [a, b] = [ticket('a'), ticket('b')];
  const moving = new Map([['a', { card: a, to: 'QA_TESTING' as const }]]);
  expect(withMoves('DRAFT', [a, b], moving)).toEqual([b]);
  expect(withMoves('QA_TESTING', [], moving)).toEqual([a]);
  // The list may know the end of the move already; it shows when the move is over.
  expect(withMoves('QA_FAILED', [a], moving)).toEqual([]);
});

test('a drop on QA runs QA on the version that was seen, and reports the result', async () => {
  const asked = serve(() => [200, { status: 'QA_FAILED' }]);
  const outcome = await move([ticket('a')], 'QA_TESTING');
  expect(asked).toEqual(['PUT /api/v1/tickets/a "3" {"status":"QA_TESTING"}']);
  expect(outcome.done).toEqual([{ name: 'N_a', status: 'QA_FAILED' }]);
  expect(summary(outcome, 'QA_TESTING')).toBe('QA found errors in N_a.');
});

test('a refusal is shown in the API’s words, and the others continue', async () => {
  serve((request) =>
    request.url.endsWith('/b') ? [409, problem('Not from there.')] : [200, { status: 'DRAFT' }],
  );
  const outcome = await move(
    ['a', 'b', 'c'].map((id) => ticket(id)),
    'DRAFT',
  );
  expect(outcome.done).toHaveLength(2);
  expect(outcome.refused).toEqual([{ name: 'N_b', why: 'Not from there.' }]);
  expect(summary(outcome, 'DRAFT')).toBe('2 tickets moved.');
});

test('many are deployed with one request, and each has its own answer', async () => {
  const asked = serve(() => [
    202,
    [
      { ticket_id: 'a', task_id: 't', status: 'queued', message: 'm' },
      { ticket_id: 'b', status: 'refused', code: 400, message: 'Not ready.' },
    ],
  ]);
  const outcome = await move([ticket('a'), ticket('b')], 'TRAFFICKING');
  expect(asked).toEqual(['POST /api/v1/deploy/bulk null {"ticket_ids":["a","b"]}']);
  expect(outcome.refused).toEqual([{ name: 'N_b', why: 'Not ready.' }]);
  expect(summary(outcome, 'TRAFFICKING')).toBe('N_a is queued.');
  expect(summary({ done: [], refused: [] }, 'TRAFFICKING')).toBeUndefined();
});

test('a long deployment of many continues as a job', async () => {
  serve(() => [
    202,
    [
      { ticket_id: 'a', task_id: 't', status: 'queued', message: 'm', job_id: 'j' },
      { ticket_id: 'b', status: 'waiting', message: 'm', job_id: 'j' },
    ],
  ]);
  const outcome = await move([ticket('a'), ticket('b')], 'TRAFFICKING');
  expect(outcome).toEqual({ done: [{ name: 'N_a', status: 'queued' }], refused: [], job: 'j' });
});

test('the event of a changed status names the card that pulses', () => {
  expect(movedTicket({ type: 'ticket.status_changed', subject: 'tickets/1' })).toBe('1');
  expect(movedTicket({ type: 'ticket.changed', subject: 'tickets/1' })).toBeUndefined();
});
