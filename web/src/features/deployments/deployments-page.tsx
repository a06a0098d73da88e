'use client';

import { useQuery } from '@tanstack/react-query';
import { Rocket, RotateCw, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useState } from 'react';
import { accountsQuery, WHOLE_PLATFORM } from '@/api/queries/accounts';
import { type DeploymentFilters, deploymentsQuery } from '@/api/queries/deployments';
import { platformsQuery } from '@/api/queries/house';
import { DataTable, type Selected } from '@/components/data-table/data-table';
import { FilterBar, SearchFilter } from '@/components/data-table/filter-bar';
import { usePaged } from '@/components/data-table/use-paged';
import { EmptyState } from '@/components/empty-state';
import { BrandFilter, Filter, MarketFilter } from '@/components/filters/catalog-filters';
import { Link } from '@/components/link';
import { NoMatch } from '@/components/no-match';
import { PageHeader } from '@/components/page-header';
import { DEPLOYMENT_STATUS } from '@/components/status-badge';
import { Button } from '@/components/ui/button';
import { useUrlState } from '@/lib/url-state';
import { BulkBar } from './bulk-bar';
import { Charts } from './charts';
import { useColumns } from './columns';
import { HeldAccounts } from './held-accounts';
import { rangeOf } from './history';
import { StatusTiles } from './status-tiles';
import { usePlatformNames } from './use-platform-names';
import { Workers } from './workers';

const DeploymentSheet = dynamic(() => import('./deployment-sheet').then((module) => module.DeploymentSheet), {
  ssr: false,
});
const AccountsSheet = dynamic(() => import('./accounts-sheet').then((module) => module.AccountsSheet), {
  ssr: false,
});
const RetryFailed = dynamic(() => import('./retry-failed').then((module) => module.RetryFailed), {
  ssr: false,
});

const FILTERS = ['status', 'platform', 'account', 'ticket_id', 'search', 'brand_id', 'market_id'] as const;
const KEYS = [...FILTERS, 'sort', 'range', 'open', 'show'] as const;
const NO_FILTER = Object.fromEntries(FILTERS.map((filter) => [filter, undefined]));
const STATUSES = Object.entries(DEPLOYMENT_STATUS).map(([value, { label }]) => ({ value, label }));

/** The deployments monitor: running, waiting and failed deployments, with reasons. */
export function DeploymentsPage() {
  const [url, setUrl] = useUrlState(KEYS);
  const { open, show, range, ...filters } = url;
  const data = usePaged(deploymentsQuery(filters as DeploymentFilters));
  const [selected, setSelected] = useState<Selected>({});
  const columns = useColumns(setUrl);
  // An action never concerns a row that another filter hides.
  const chosen = useMemo(() => data.rows.filter((row) => selected[row.id]), [data.rows, selected]);
  const filtered = FILTERS.some((filter) => url[filter]);
  const search = useCallback((value: string | undefined) => setUrl({ search: value }), [setUrl]);
  // The tiles count every status under the other filters.
  const counted = useMemo(() => {
    const others = FILTERS.filter((filter) => filter !== 'status' && url[filter]);
    return Object.fromEntries(others.map((filter) => [filter, url[filter]]));
  }, [url]);
  return (
    <>
      <PageHeader
        title="Deployments"
        description="Running, waiting and failed deployments, with the reasons."
      >
        <Workers />
        <Button onClick={() => setUrl({ show: 'accounts' }, 'push')}>
          <Users aria-hidden className="text-ink-faint" /> Accounts
        </Button>
        <Button onClick={() => setUrl({ show: 'retry' }, 'push')}>
          <RotateCw aria-hidden className="text-ink-faint" /> Retry failures
        </Button>
      </PageHeader>
      <div className="flex flex-col gap-4 px-6 pb-3 xl:flex-row">
        <StatusTiles filters={counted} status={url.status} onStatus={(status) => setUrl({ status })} />
        <Charts range={rangeOf(range)} onRange={(next) => setUrl({ range: next })} />
      </div>
      <HeldAccounts onAll={() => setUrl({ show: 'accounts' }, 'push')} />
      <FilterBar
        total={data.total}
        noun="deployment"
        onClear={filtered ? () => setUrl(NO_FILTER) : undefined}
      >
        <SearchFilter label="Part of a ticket's name" value={url.search} onChange={search} />
        <Filter
          label="Status"
          options={STATUSES}
          value={url.status}
          onChange={(status) => setUrl({ status })}
        />
        <PlatformAndAccount
          platform={url.platform}
          account={url.account}
          onChange={(platform, account) => setUrl({ platform, account })}
        />
        <BrandFilter value={url.brand_id} onChange={(brand_id) => setUrl({ brand_id })} />
        <MarketFilter value={url.market_id} onChange={(market_id) => setUrl({ market_id })} />
      </FilterBar>
      <DataTable
        label="Deployments"
        columns={columns}
        data={data}
        rowId={(deployment) => deployment.id}
        sort={url.sort}
        onSort={(sort) => setUrl({ sort })}
        rowHeight={48}
        minWidth="66rem"
        selection={{
          selected,
          onChange: setSelected,
          nameOf: (deployment) => `the deployment of ${deployment.ticket_name}`,
        }}
        empty={
          filtered ? (
            <NoMatch noun="deployment" onClear={() => setUrl(NO_FILTER)} />
          ) : (
            <EmptyState
              icon={Rocket}
              title="No deployments yet"
              description="A ticket that has passed QA can be deployed; its progress is shown here."
            >
              <Button asChild>
                <Link href="/tickets/?status=READY_FOR_API">Tickets ready to deploy</Link>
              </Button>
            </EmptyState>
          )
        }
      />
      <BulkBar rows={chosen} onClear={() => setSelected({})} />
      {open && <DeploymentSheet id={open} onClose={() => setUrl({ open: undefined })} />}
      {show === 'accounts' && <AccountsSheet onClose={() => setUrl({ show: undefined })} />}
      {show === 'retry' && (
        <RetryFailedOf
          platform={url.platform}
          account={url.account}
          onClose={() => setUrl({ show: undefined })}
        />
      )}
    </>
  );
}

function RetryFailedOf(props: {
  platform: string | undefined;
  account: string | undefined;
  onClose: () => void;
}) {
  const platformName = usePlatformNames();
  const { platform, account } = props;
  const scope = [platform && platformName(platform), account && `account ${account}`]
    .filter(Boolean)
    .join(', ');
  return <RetryFailed {...props} scope={scope || 'all platforms and accounts'} />;
}

interface PlatformAndAccountProps {
  platform: string | undefined;
  account: string | undefined;
  onChange: (platform: string | undefined, account: string | undefined) => void;
}

function PlatformAndAccount({ platform, account, onChange }: PlatformAndAccountProps) {
  const { data: platforms = [] } = useQuery(platformsQuery());
  const { data: accounts = [] } = useQuery(accountsQuery());
  // Inactive accounts are not listed, but the default one and the chosen one are.
  const known = [
    ...accounts.map((one) => ({ platform: one.platform, account: one.account_id })),
    ...platforms.map((one) => ({ platform: one.platform, account: one.default_account ?? '' })),
    ...(account ? [{ platform: platform ?? '', account }] : []),
  ].filter(
    (one) => one.account !== '' && one.account !== WHOLE_PLATFORM && (!platform || one.platform === platform),
  );
  const options = [...new Map(known.map((one) => [one.account, one])).values()].map((one) => ({
    value: one.account,
    label: one.account,
    detail: platforms.find((candidate) => candidate.platform === one.platform)?.name ?? '',
  }));
  return (
    <>
      <Filter
        label="Platform"
        options={platforms.map((one) => ({ value: one.platform, label: one.name }))}
        value={platform}
        onChange={(next) => onChange(next, undefined)}
      />
      <Filter
        label="Account"
        options={options}
        value={account}
        onChange={(next) => onChange(platform, next)}
      />
    </>
  );
}
