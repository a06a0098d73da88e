import type { Schema } from '@/api/client';
import { WHOLE_PLATFORM } from '@/api/queries/accounts';

type Deployment = Schema<'Deployment'>;
type Account = Schema<'Account'>;

const ACTIVE = new Set(['PENDING', 'STARTED', 'RETRY']);

/** True if it has not ended yet. */
export function isActive({ status }: Pick<Deployment, 'status'>): boolean {
  return ACTIVE.has(status);
}

/** The time until then as a countdown: `12 s`, `2:03`, `1 h 05 min`; undefined when it is over. */
export function countdown(until: string | null | undefined, now: number): string | undefined {
  const seconds = until ? Math.ceil((Date.parse(until) - now) / 1000) : 0;
  if (seconds <= 0) return undefined;
  if (seconds < 60) return `${seconds} s`;
  const two = (count: number) => String(count).padStart(2, '0');
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
}

/** The obstacle of a deployment: a person's pause, or the platform's answer. */
export interface Hold {
  account: Account;
  pause?: Schema<'Pause'>;
  parked?: Schema<'ParkedAccount'>;
}

/** The current obstacle of a deployment, if any. A pause takes precedence: time does not end it. */
export function holdOf(
  deployment: Pick<Deployment, 'platform' | 'account_id' | 'status'>,
  accounts: readonly Account[],
  now: number,
): Hold | undefined {
  if (!isActive(deployment) || deployment.status === 'STARTED') return undefined;
  const holds = accounts.filter(
    ({ platform, account_id }) =>
      platform === deployment.platform &&
      (account_id === deployment.account_id || account_id === WHOLE_PLATFORM),
  );
  for (const account of holds) if (account.paused) return { account, pause: account.paused };
  for (const account of holds) {
    const { parked } = account;
    if (parked && Date.parse(parked.parked_until) > now) return { account, parked };
  }
  return undefined;
}

/** The reasons for parking, in words. */
export const PARK_REASON: { readonly [reason: string]: string | undefined } = {
  throttled: 'the platform asks for fewer calls',
  unauthorized: 'the platform does not accept its token',
  outage: 'the platform has an outage',
  paced: 'most of its call limit is used up',
};

/** `Meta account 1234`, or `all of Meta`. */
export function accountName(account: Pick<Account, 'account_id'>, platform: string): string {
  return account.account_id === WHOLE_PLATFORM
    ? `all of ${platform}`
    : `${platform} account ${account.account_id}`;
}

/** The wait or the result of a deployment, in one sentence. `platform` is its name for people. */
export function situation(
  deployment: Deployment & { steps?: readonly Schema<'Step'>[] },
  hold: Hold | undefined,
  platform: string,
  now: number,
): string {
  const { status, error } = deployment;
  if (hold?.pause) {
    const { actor, reason } = hold.pause;
    const why = reason ? `: “${reason}”` : '';
    return `It waits until ${accountName(hold.account, platform)} is resumed; ${actor} paused it${why}.`;
  }
  if (hold?.parked) {
    const { reason, parked_until } = hold.parked;
    const why = PARK_REASON[reason] ?? reason;
    const left = countdown(parked_until, now) ?? 'a moment';
    return `It waits for ${accountName(hold.account, platform)}, which is parked for another ${left}: ${why}.`;
  }
  switch (status) {
    case 'STARTED':
      return `In progress: attempt ${deployment.attempt}.`;
    case 'PENDING':
    case 'RETRY': {
      const left = countdown(deployment.next_attempt_at, now);
      if (!left) return 'It is due and goes to the next free worker.';
      return `It continues in ${left}${error ? `: ${unstopped(error)}` : ''}.`;
    }
    case 'SUCCESS':
      return success(deployment.steps ?? []);
    case 'FAILURE':
      return `It failed${error ? `: ${unstopped(error)}` : ''}.`;
    case 'REVOKED':
      return 'It was cancelled before anything was sent.';
    default:
      return error ?? '';
  }
}

/** Some fields of the object differ from the request. */
function success(steps: readonly Schema<'Step'>[]): string {
  const outcomes = steps.map((step) => step.read_back?.outcome);
  if (outcomes.includes('differs')) {
    return 'It is on the platform, but some values differ from the request: see its steps.';
  }
  const agrees = steps.length > 0 && outcomes.every((outcome) => outcome === 'agrees');
  return agrees ? 'It is on the platform as requested.' : 'It is on the platform.';
}

function unstopped(text: string): string {
  return text.replace(/\.\s*$/, '');
}
