import { afterEach, expect, test, vi } from 'vitest';
import { api, body, ifMatch, nextOf, page, tagged } from './client';
import { OfflineError, ProblemError } from './problem';

function answers(status: number, content: unknown, headers: Record<string, string> = {}) {
  const answer = () =>
    new Response(content === null ? null : JSON.stringify(content), {
      status,
      headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
    });
  const fetch = vi.fn(async (_: Request) => answer());
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

afterEach(() => vi.unstubAllGlobals());

const PROBLEM = {
  type: 'urn:omnitraffick:problem:invalid',
  title: 'The request is not valid',
  status: 422,
  detail: 'The request has 2 errors.',
  errors: [
    { pointer: '/code', detail: 'It is taken.', suggestion: 'Use another one.' },
    { pointer: '/countries/0', detail: 'There is no country XX.' },
  ],
  request_id: 'r-1',
};

test('a problem document becomes an error that knows its fields', async () => {
  answers(422, PROBLEM);
  const error = await thrownBy(body(api.GET('/api/v1/markets')));
  if (!(error instanceof ProblemError)) throw new Error('no ProblemError');
  expect(error.message).toBe('The request has 2 errors.');
  expect(error.requestId).toBe('r-1');
  expect(error.at('code').map((item) => item.detail)).toEqual(['It is taken.']);
  expect(error.at('countries')).toHaveLength(1);
  expect(error.at('count')).toEqual([]);
});

test('an error without a problem document becomes one', async () => {
  answers(502, '<html>', { 'content-type': 'text/html', 'x-request-id': 'r-2' });
  const error = await thrownBy(body(api.GET('/api/v1/markets')));
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ status: 502, requestId: 'r-2', errors: [] });
});

test('no answer is an OfflineError, an aborted request is not', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await thrownBy(body(api.GET('/api/v1/markets')))).toBeInstanceOf(OfflineError);
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'AbortError')));
  expect(await thrownBy(body(api.GET('/api/v1/markets')))).toMatchObject({ name: 'AbortError' });
});

test('a page knows its total and the start of the next one', async () => {
  answers(200, [{ id: 'a' }], {
    'x-total-count': '250',
    link: '</api/v1/markets?limit=1>; rel="first", </api/v1/markets?limit=1&cursor=5b22>; rel="next"',
  });
  const first = await page(api.GET('/api/v1/markets'));
  expect(first).toMatchObject({ total: 250, next: { cursor: '5b22' } });
  expect(first.rows).toHaveLength(1);
});

test('the last page has no next one, and the event log continues by seq', () => {
  expect(nextOf(null)).toBeUndefined();
  expect(nextOf('</api/v1/markets?limit=1>; rel="first"')).toBeUndefined();
  expect(nextOf('</api/v1/events?limit=3&before=32>; rel="next"')).toEqual({ before: 32 });
});

test('a change names the version that it was made from', async () => {
  const fetch = answers(200, {}, { etag: '"8"' });
  const params = { path: { id: 'x' }, header: ifMatch(7) };
  expect((await tagged(api.PUT('/api/v1/brands/{id}', { params, body: { name: 'B' } }))).etag).toBe('"8"');
  expect(fetch.mock.calls[0]?.[0].headers.get('if-match')).toBe('"7"');
  expect(ifMatch('"0"')).toEqual({ 'If-Match': '"0"' });
});
