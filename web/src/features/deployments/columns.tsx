'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Schema } from '@/api/client';
import { accountsQuery } from '@/api/queries/accounts';
import type { DataColumn } from '@/components/data-table/data-table';
import { StatusBadge } from '@/components/status-badge';
import { When } from '@/components/when';
import { cn } from '@/lib/cn';
import { exact } from '@/lib/time';
import { RowActions } from './row-actions';
import { NameCell, WaitCell } from './row-cells';
import { usePlatformNames } from './use-platform-names';

type Deployment = Schema<'Deployment'>;

/** Opens one, as a step that Back undoes. */
type SetUrl = (change: { open: string }, how: 'push') => void;

export function useColumns(setUrl: SetUrl): DataColumn<Deployment>[] {
  const platformName = usePlatformNames();
  const { data: accounts } = useQuery(accountsQuery());
  return useMemo(
    () => [
      {
        id: 'status',
        header: 'Status',
        sort: 'status',
        width: '7rem',
        cell: (deployment) => <StatusBadge kind="deployment" status={deployment.status} />,
      },
      {
        id: 'ticket',
        header: 'Ticket and reason',
        cell: (deployment) => (
          <NameCell deployment={deployment} open={() => setUrl({ open: deployment.id }, 'push')} />
        ),
      },
      {
        id: 'account',
        header: 'Platform, account',
        width: '11rem',
        cell: (deployment) => (
          <>
            <span className="block leading-4.5">{platformName(deployment.platform)}</span>
            <span className="block truncate font-mono text-2xs text-ink-faint">{deployment.account_id}</span>
          </>
        ),
      },
      {
        id: 'attempt',
        header: 'Attempt',
        width: '5.5rem',
        align: 'end',
        cell: ({ attempt }) => <span className={cn(attempt === 0 && 'text-ink-faint')}>{attempt}</span>,
      },
      {
        id: 'retries',
        header: 'Retries',
        width: '5.5rem',
        align: 'end',
        cell: ({ retries }) => <span className={cn(retries === 0 && 'text-ink-faint')}>{retries}</span>,
      },
      {
        id: 'next_attempt_at',
        header: 'Waits for',
        sort: 'next_attempt_at',
        width: '8.5rem',
        cell: (deployment) => <WaitCell deployment={deployment} accounts={accounts ?? []} />,
      },
      {
        id: 'created_at',
        header: 'Accepted',
        sort: 'created_at',
        width: '7rem',
        cell: ({ created_at }) => (
          <span title={exact(created_at)}>
            <When time={created_at} />
          </span>
        ),
      },
      {
        id: 'actions',
        header: 'Actions',
        hideHeader: true,
        width: '4rem',
        cell: (deployment) => <RowActions deployment={deployment} />,
      },
    ],
    [platformName, accounts, setUrl],
  );
}
