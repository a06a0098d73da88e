import type { components } from './schema';

type Problem = components['schemas']['Problem'];
export type ProblemItem = components['schemas']['ProblemItem'];

/** A failure that the API reports, in the API's own words (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly errors: readonly ProblemItem[];
  readonly requestId: string;

  constructor(problem: Problem) {
    super(problem.detail);
    this.status = problem.status;
    this.type = problem.type;
    this.title = problem.title;
    this.errors = problem.errors;
    this.requestId = problem.request_id;
  }

  /** True if somebody else changed the entity since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }

  /** The violations of one field, such as `code` (its pointer is `/code`), and of its inner fields. */
  at(field: string): ProblemItem[] {
    const pointer = `/${field}`;
    return this.errors.filter((item) => item.pointer === pointer || item.pointer?.startsWith(`${pointer}/`));
  }
}

/** No answer at all: the server or the network is down. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';

  constructor(cause: unknown) {
    super('OmniTraffick does not answer. Saved changes are not lost.', { cause });
  }
}

/** The problem in an answer; a plain one if a server in between answered. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get('x-request-id') ?? '';
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const told: unknown = await response.json().catch(() => undefined);
    if (isProblem(told)) return new ProblemError(told);
  }
  return new ProblemError({
    type: 'about:blank',
    title: response.statusText || 'Unexpected answer',
    status: response.status,
    detail: `The server answered with ${response.status} and no reason.`,
    errors: [],
    request_id: requestId,
  });
}

function isProblem(told: unknown): told is Problem {
  return (
    typeof told === 'object' &&
    told !== null &&
    'detail' in told &&
    'status' in told &&
    'errors' in told &&
    Array.isArray(told.errors)
  );
}

/** One violation as a sentence, with the accepted values. */
export function sentence(item: ProblemItem): string {
  return item.suggestion ? `${item.detail} ${item.suggestion}` : item.detail;
}

/** The error as one sentence for a person. */
export function explain(error: unknown): string {
  return error instanceof Error ? error.message : 'Something unexpected went wrong.';
}
