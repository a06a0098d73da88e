'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus, TicketIcon } from 'lucide-react';
import { useCallback } from 'react';
import type { Schema } from '@/api/client';
import { campaignQuery } from '@/api/queries/campaigns';
import { allChannelsQuery } from '@/api/queries/catalog';
import { type TicketFilters, ticketsQuery } from '@/api/queries/tickets';
import { type DataColumn, DataTable } from '@/components/data-table/data-table';
import { FilterBar, SearchFilter } from '@/components/data-table/filter-bar';
import { usePaged } from '@/components/data-table/use-paged';
import { EmptyState } from '@/components/empty-state';
import { BrandFilter, ChannelFilter, Filter, MarketFilter } from '@/components/filters/catalog-filters';
import { Link } from '@/components/link';
import { NoMatch } from '@/components/no-match';
import { PageHeader } from '@/components/page-header';
import { StatusBadge, TICKET_STATUS } from '@/components/status-badge';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { When } from '@/components/when';
import { useUrlState } from '@/lib/url-state';
import { REQUEST_TYPE } from './request-type';
import { TicketPanels } from './ticket-panels';

type Ticket = Schema<'Ticket'>;

const KEYS = [
  'search',
  'status',
  'brand_id',
  'market_id',
  'channel_id',
  'campaign_id',
  'sort',
  'open',
  'build',
] as const;
const NONE = {
  search: undefined,
  status: undefined,
  brand_id: undefined,
  market_id: undefined,
  channel_id: undefined,
  campaign_id: undefined,
};
const STATUSES = Object.entries(TICKET_STATUS).map(([value, { label }]) => ({ value, label }));

/** All tickets as a list; the board shows the same ones by state. */
export function TicketsPage() {
  const [url, setUrl] = useUrlState(KEYS);
  const { open: _open, build: _build, ...filters } = url;
  const data = usePaged(ticketsQuery(filters as TicketFilters));
  const columns = useColumns((ticket) => setUrl({ open: ticket.id }, 'push'));
  const search = useCallback((value: string | undefined) => setUrl({ search: value }), [setUrl]);
  const { sort: _, ...set } = filters;
  const filtered = Object.keys(set).length > 0;
  const create = (
    <Button variant="primary" onClick={() => setUrl({ build: 'new' }, 'push')}>
      <Plus aria-hidden /> New ticket
    </Button>
  );
  return (
    <>
      <PageHeader title="Tickets" description="Each ticket is one request to one platform.">
        {create}
      </PageHeader>
      <FilterBar total={data.total} noun="ticket" onClear={filtered ? () => setUrl(NONE) : undefined}>
        <SearchFilter label="Part of a name" value={url.search} onChange={search} />
        <Filter
          label="Status"
          options={STATUSES}
          value={url.status}
          onChange={(status) => setUrl({ status })}
        />
        <BrandFilter value={url.brand_id} onChange={(brand_id) => setUrl({ brand_id })} />
        <MarketFilter value={url.market_id} onChange={(market_id) => setUrl({ market_id })} />
        <ChannelFilter value={url.channel_id} onChange={(channel_id) => setUrl({ channel_id })} />
        {url.campaign_id && <CampaignChip id={url.campaign_id} />}
      </FilterBar>
      <DataTable
        label="Tickets"
        columns={columns}
        data={data}
        rowId={(ticket) => ticket.id}
        sort={url.sort}
        onSort={(sort) => setUrl({ sort })}
        minWidth="68rem"
        empty={
          filtered ? (
            <NoMatch noun="ticket" onClear={() => setUrl(NONE)} />
          ) : (
            <EmptyState
              icon={TicketIcon}
              title="No ticket yet"
              description="A ticket belongs to a campaign: create a campaign, then add tickets for its channels."
            >
              {create}
              <Button asChild>
                <Link href="/campaigns/">Go to the campaigns</Link>
              </Button>
            </EmptyState>
          )
        }
      />
      <TicketPanels />
    </>
  );
}

/** Names the campaign of the list. */
function CampaignChip({ id }: { id: string }) {
  const { data } = useQuery(campaignQuery(id));
  return <Badge tone="gold">of {data?.campaign_name ?? 'one campaign'}</Badge>;
}

function useColumns(open: (ticket: Ticket) => void): DataColumn<Ticket>[] {
  const { data: channels = [] } = useQuery(allChannelsQuery());
  return [
    {
      id: 'name',
      header: 'Ticket',
      sort: 'name',
      cell: (ticket) => (
        <button
          type="button"
          onClick={() => open(ticket)}
          className="max-w-full truncate text-left font-mono text-xs hover:text-gold"
        >
          {ticket.name}
        </button>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      sort: 'status',
      width: '8.5rem',
      cell: (ticket) => <StatusBadge kind="ticket" status={ticket.status} />,
    },
    {
      id: 'channel',
      header: 'Channel',
      width: '8rem',
      cell: (ticket) => channels.find((channel) => channel.id === ticket.channel_id)?.platform_name,
    },
    {
      id: 'request_type',
      header: 'Request',
      sort: 'request_type',
      width: '11rem',
      cell: (ticket) => (
        <span className="text-ink-soft">{REQUEST_TYPE[ticket.request_type] ?? ticket.request_type}</span>
      ),
    },
    {
      id: 'external',
      header: 'Platform id',
      width: '12rem',
      cell: (ticket) => (
        <span className="font-mono text-ink-soft text-xs">{ticket.external_platform_id ?? '–'}</span>
      ),
    },
    {
      id: 'updated_at',
      header: 'Changed',
      sort: 'updated_at',
      width: '8rem',
      cell: (ticket) => <When time={ticket.updated_at} />,
    },
  ];
}
