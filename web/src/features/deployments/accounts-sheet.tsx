'use client';

import { useQuery } from '@tanstack/react-query';
import type { Schema } from '@/api/client';
import { accountsQuery, WHOLE_PLATFORM } from '@/api/queries/accounts';
import { platformsQuery } from '@/api/queries/house';
import { ProblemState } from '@/components/problem-state';
import { Badge } from '@/components/ui/badge';
import { PanelBody } from '@/components/ui/dialog';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { AccountActions } from './account-actions';
import { HeldWhy } from './held-accounts';

type Account = Schema<'Account'>;

/** All platforms and their active accounts: pause, resume, release. */
export function AccountsSheet({ onClose }: { onClose: () => void }) {
  const { data: accounts, error, refetch } = useQuery(accountsQuery());
  const { data: platforms = [] } = useQuery(platformsQuery());
  return (
    <Sheet open onOpenChange={(next) => !next && onClose()}>
      <SheetContent
        title="Accounts"
        description="Accounts with active deployments, and parked or paused ones. Pausing stops all requests; releasing ends parking."
      >
        <PanelBody className="flex flex-col gap-6">
          {error && !accounts && <ProblemState error={error} retry={() => void refetch()} />}
          {!accounts && !error && <Skeleton className="h-40" />}
          {accounts &&
            platforms.map(({ platform, name }) => {
              const of = accounts.filter((account) => account.platform === platform);
              const whole = of.find(({ account_id }) => account_id === WHOLE_PLATFORM) ?? wholeOf(platform);
              const single = of.filter(({ account_id }) => account_id !== WHOLE_PLATFORM);
              return (
                <section
                  key={platform}
                  aria-labelledby={`accounts-${platform}`}
                  className="flex flex-col gap-2"
                >
                  <h3 id={`accounts-${platform}`} className="font-semibold">
                    {name}
                  </h3>
                  <ul className="divide-y rounded-lg border">
                    <AccountRow account={whole} title="The whole platform" platform={name} />
                    {single.map((account) => (
                      <AccountRow
                        key={account.account_id}
                        account={account}
                        title={account.account_id}
                        platform={name}
                      />
                    ))}
                  </ul>
                  {single.length === 0 && (
                    <p className="text-ink-faint text-xs">No account of it has active deployments.</p>
                  )}
                </section>
              );
            })}
        </PanelBody>
      </SheetContent>
    </Sheet>
  );
}

/** The API lists a platform only if it is parked or paused. */
function wholeOf(platform: string): Account {
  return { platform, account_id: WHOLE_PLATFORM, state: 'free', active_deployments: 0 };
}

const STATE = { free: 'ok', parked: 'warn', paused: 'info' } as const;

function AccountRow({ account, title, platform }: { account: Account; title: string; platform: string }) {
  const tone = STATE[account.state as keyof typeof STATE] ?? 'idle';
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className={account.account_id === WHOLE_PLATFORM ? undefined : 'font-mono text-xs'}>
            {title}
          </span>
          <Badge tone={tone}>{account.state}</Badge>
          {account.active_deployments > 0 && (
            <span className="num text-ink-faint text-xs">
              {account.active_deployments.toLocaleString('en')} not ended
            </span>
          )}
        </p>
        {account.state !== 'free' && (
          <p className="mt-0.5 break-words text-xs">
            <HeldWhy account={account} />
          </p>
        )}
      </div>
      <AccountActions account={account} platform={platform} />
    </li>
  );
}
