'use client';

import { useQuery } from '@tanstack/react-query';
import { Hand, ParkingCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schema } from '@/api/client';
import { accountsQuery, WHOLE_PLATFORM } from '@/api/queries/accounts';
import { Button } from '@/components/ui/button';
import { When } from '@/components/when';
import { useNow } from '@/lib/use-now';
import { AccountActions } from './account-actions';
import { usePlatformNames } from './use-platform-names';
import { accountName, countdown, PARK_REASON } from './wait';

type Account = Schema<'Account'>;

/** More would push the table off the screen; the sheet of all accounts has the rest. */
const MOST = 3;

/** Parked and paused accounts: the reason, the remaining time, and the actions. */
export function HeldAccounts({ onAll }: { onAll: () => void }) {
  const { data: accounts = [] } = useQuery(accountsQuery());
  const platformName = usePlatformNames();
  // Deployments that wait for their whole platform are reported once, at the platform.
  const held = accounts.filter(({ parked, paused }) => parked || paused);
  if (held.length === 0) return null;
  return (
    <section aria-label="Parked and paused accounts" className="px-6 pb-3">
      <ul className="divide-y rounded-lg border bg-panel">
        {held.slice(0, MOST).map((account) => (
          <li
            key={`${account.platform}/${account.account_id}`}
            className="flex items-center gap-3 px-3 py-1.5 first:rounded-t-lg last:rounded-b-lg"
          >
            <HeldIcon account={account} />
            <p className="min-w-0 flex-1 truncate">
              <span className="font-medium">
                {capital(accountName(account, platformName(account.platform)))}
              </span>{' '}
              <HeldWhy account={account} />
            </p>
            <span className="num hidden shrink-0 text-ink-faint text-xs md:inline">
              {waitingFor(account, accounts).toLocaleString('en')} not ended
            </span>
            <AccountActions account={account} platform={platformName(account.platform)} />
          </li>
        ))}
        {held.length > MOST && (
          <li className="px-3 py-1">
            <Button variant="link" size="bare" onClick={onAll}>
              And {held.length - MOST} more
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

function HeldIcon({ account }: { account: Account }) {
  return account.paused ? (
    <Hand className="size-4 shrink-0 text-info" aria-hidden />
  ) : (
    <ParkingCircle className="size-4 shrink-0 text-warn" aria-hidden />
  );
}

/** The reason and the start of the wait, and the remaining time. */
export function HeldWhy({ account }: { account: Account }): ReactNode {
  const now = useNow(1000);
  const { paused, parked } = account;
  if (paused) {
    return (
      <span className="text-ink-soft">
        was paused by {paused.actor} <When time={paused.since} />
        {paused.reason && <>: “{paused.reason}”</>}
      </span>
    );
  }
  if (!parked) return account.state === 'free' ? null : 'waits with the whole platform';
  const left = countdown(parked.parked_until, now);
  return (
    <span className="text-ink-soft" title={parked.message}>
      {left ? (
        <>
          is parked for <span className="num font-medium text-warn">{left}</span>
        </>
      ) : (
        'was parked and continues now'
      )}
      : {PARK_REASON[parked.reason] ?? parked.reason}
      {parked.in_a_row > 1 && `, ${parked.in_a_row} times in a row`}. “{parked.message}”
    </span>
  );
}

/** The number of active deployments of the account, or of all accounts of the platform. */
function waitingFor(account: Account, accounts: readonly Account[]): number {
  if (account.account_id !== WHOLE_PLATFORM) return account.active_deployments;
  const of = accounts.filter(({ platform }) => platform === account.platform);
  return of.reduce((sum, { active_deployments }) => sum + active_deployments, 0);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
