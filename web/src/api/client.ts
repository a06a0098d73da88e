import createClient, { type Middleware } from 'openapi-fetch';
import { OfflineError, problemOf } from './problem';
import type { components, paths } from './schema';

/** A body of the API, by its name in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError({ error }) {
    // An aborted request is no error, and TanStack Query needs the original one.
    return error instanceof DOMException && error.name === 'AbortError' ? error : new OfflineError(error);
  },
};

/** The typed client: every failure is thrown, as a `ProblemError` or an `OfflineError`. */
export const api = createClient<paths>({
  // The browser resolves it; tests have no page to resolve it against.
  baseUrl: typeof window === 'undefined' ? '' : window.location.origin,
  fetch: (request) => globalThis.fetch(request),
});
api.use(problems);

interface Answer<Body> {
  data?: Body;
  response: Response;
}

/** The body of an answer. */
export async function body<Body>(pending: Promise<Answer<Body>>): Promise<Body> {
  const { data } = await pending;
  // Failures were thrown before, and an empty body (204) is typed as such.
  return data as Body;
}

/** A body and the tag of its version, for entities whose body has no `version`. */
export async function tagged<Body>(pending: Promise<Answer<Body>>): Promise<{ body: Body; etag: string }> {
  const { data, response } = await pending;
  return { body: data as Body, etag: response.headers.get('etag') ?? '*' };
}

/** One page of a list. */
export interface Page<Row> {
  rows: Row[];
  /** The number of rows on all pages; absent if the list does not count them. */
  total?: number;
  /** The query of the next page: `cursor`, or `before` in the event log. */
  next?: { cursor?: string; before?: number };
}

/** One page of a list, with the facts about other pages from its headers. */
export async function page<Row>(pending: Promise<Answer<Row[]>>): Promise<Page<Row>> {
  const { data, response } = await pending;
  const total = response.headers.get('x-total-count');
  const next = nextOf(response.headers.get('link'));
  return { rows: data ?? [], ...(total === null ? {} : { total: Number(total) }), ...(next ? { next } : {}) };
}

/** The start of the next page, from a `Link` header (RFC 8288). */
export function nextOf(link: string | null): Page<unknown>['next'] {
  for (const [, target, rel] of (link ?? '').matchAll(/<([^>]*)>\s*;\s*rel="?([^",;]+)"?/g)) {
    if (rel !== 'next' || !target) continue;
    const query = new URL(target, 'http://localhost').searchParams;
    const cursor = query.get('cursor');
    const before = query.get('before');
    return { ...(cursor ? { cursor } : {}), ...(before ? { before: Number(before) } : {}) };
  }
  return undefined;
}

/** The header that refuses a change if somebody else made one since. */
export function ifMatch(version: number | string): { 'If-Match': string } {
  return { 'If-Match': typeof version === 'number' ? `"${version}"` : version };
}
