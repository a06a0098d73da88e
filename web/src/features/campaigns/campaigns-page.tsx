'use client';

import { useQuery } from '@tanstack/react-query';
import { Megaphone, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback } from 'react';
import type { Schema } from '@/api/client';
import { type CampaignFilters, campaignsQuery } from '@/api/queries/campaigns';
import { allBrandsQuery, allMarketsQuery } from '@/api/queries/catalog';
import { type DataColumn, DataTable } from '@/components/data-table/data-table';
import { FilterBar, SearchFilter } from '@/components/data-table/filter-bar';
import { usePaged } from '@/components/data-table/use-paged';
import { EmptyState } from '@/components/empty-state';
import { BrandFilter, Filter, MarketFilter } from '@/components/filters/catalog-filters';
import { NoMatch } from '@/components/no-match';
import { PageHeader } from '@/components/page-header';
import { CAMPAIGN_STATUS, StatusBadge } from '@/components/status-badge';
import { Button } from '@/components/ui/button';
import { When } from '@/components/when';
import { day } from '@/lib/time';
import { useUrlState } from '@/lib/url-state';
import { BudgetCell, TicketsCell } from './usage-cells';
import { usePulses } from './use-pulses';

const CampaignSheet = dynamic(() => import('./campaign-sheet').then((module) => module.CampaignSheet), {
  ssr: false,
});
const CreateCampaign = dynamic(() => import('./create-campaign').then((module) => module.CreateCampaign), {
  ssr: false,
});

type Campaign = Schema<'Campaign'>;

const KEYS = ['search', 'status', 'brand_id', 'market_id', 'sort', 'open', 'new'] as const;
const STATUSES = Object.entries(CAMPAIGN_STATUS).map(([value, { label }]) => ({ value, label }));

/** The campaign command centre: all campaigns, their planned budgets, and the states of their tickets. */
export function CampaignsPage() {
  const [url, setUrl] = useUrlState(KEYS);
  const { open, new: creating, ...rest } = url;
  // The API refuses a status that it does not know, and the table says so.
  const filters = rest as CampaignFilters;
  const data = usePaged(campaignsQuery(filters));
  const pulsing = usePulses();
  const columns = useColumns((campaign) => setUrl({ open: campaign.id }, 'push'));
  const search = useCallback((value: string | undefined) => setUrl({ search: value }), [setUrl]);
  const filtered = Boolean(url.search || url.status || url.brand_id || url.market_id);
  const clear = () =>
    setUrl({ search: undefined, status: undefined, brand_id: undefined, market_id: undefined });
  const create = (
    <Button variant="primary" onClick={() => setUrl({ new: '1' }, 'push')}>
      <Plus aria-hidden /> New campaign
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Campaigns"
        description="Planned campaigns, their budgets, and the states of their tickets."
      >
        {create}
      </PageHeader>
      <FilterBar total={data.total} noun="campaign" onClear={filtered ? clear : undefined}>
        <SearchFilter label="Part of a name" value={url.search} onChange={search} />
        <Filter
          label="Status"
          options={STATUSES}
          value={url.status}
          onChange={(status) => setUrl({ status })}
        />
        <BrandFilter value={url.brand_id} onChange={(brand_id) => setUrl({ brand_id })} />
        <MarketFilter value={url.market_id} onChange={(market_id) => setUrl({ market_id })} />
      </FilterBar>
      <DataTable
        label="Campaigns"
        columns={columns}
        data={data}
        rowId={(campaign) => campaign.id}
        sort={url.sort}
        onSort={(sort) => setUrl({ sort })}
        rowHeight={48}
        minWidth="68rem"
        rowClassName={(campaign) => (pulsing.has(campaign.id) ? 'animate-pulse-live' : undefined)}
        empty={
          filtered ? (
            <NoMatch noun="campaign" onClear={clear} />
          ) : (
            <EmptyState
              icon={Megaphone}
              title="No campaign yet"
              description="A campaign needs a brand and a market; its name is made of their codes."
            >
              {create}
            </EmptyState>
          )
        }
      />
      {open && <CampaignSheet id={open} onClose={() => setUrl({ open: undefined })} />}
      {creating && (
        <CreateCampaign
          onClose={() => setUrl({ new: undefined })}
          onCreated={(campaign) => setUrl({ new: undefined, open: campaign.id })}
        />
      )}
    </>
  );
}

function useColumns(open: (campaign: Campaign) => void): DataColumn<Campaign>[] {
  const { data: brands = [] } = useQuery(allBrandsQuery());
  const { data: markets = [] } = useQuery(allMarketsQuery());
  return [
    {
      id: 'name',
      header: 'Campaign',
      sort: 'name',
      cell: (campaign) => (
        <button
          type="button"
          onClick={() => open(campaign)}
          className="group/name block max-w-full text-left"
        >
          <span className="block truncate font-medium group-hover/name:text-gold">
            {campaign.campaign_name}
          </span>
          <span className="block truncate font-mono text-2xs text-ink-faint">{campaign.name}</span>
        </button>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      sort: 'status',
      width: '7rem',
      cell: (campaign) => <StatusBadge kind="campaign" status={campaign.status} />,
    },
    {
      id: 'brand',
      header: 'Brand, market',
      width: '9rem',
      cell: (campaign) => (
        <>
          <span className="block truncate">
            {brands.find((brand) => brand.id === campaign.brand_id)?.name}
          </span>
          <span className="block truncate text-2xs text-ink-faint">
            {markets.find((market) => market.id === campaign.market_id)?.country}
          </span>
        </>
      ),
    },
    {
      id: 'budget',
      header: 'Budget',
      sort: 'budget',
      width: '13rem',
      cell: (campaign) => <BudgetCell campaign={campaign} />,
    },
    {
      id: 'tickets',
      header: 'Tickets',
      width: '13rem',
      cell: (campaign) => <TicketsCell campaign={campaign} />,
    },
    {
      id: 'flight',
      header: 'Flight',
      width: '7rem',
      cell: (campaign) => <Flight start={campaign.start_date} end={campaign.end_date} />,
    },
    {
      id: 'updated_at',
      header: 'Changed',
      sort: 'updated_at',
      width: '7rem',
      cell: (campaign) => <When time={campaign.updated_at} />,
    },
  ];
}

function Flight({ start, end }: { start?: string | null | undefined; end?: string | null | undefined }) {
  if (!start && !end) return <span className="text-ink-faint">Open</span>;
  return (
    <span className="num block text-2xs text-ink-soft leading-4">
      <span className="block">{start ? `from ${day(start)}` : 'at once'}</span>
      <span className="block">{end ? `to ${day(end)}` : 'no end'}</span>
    </span>
  );
}
