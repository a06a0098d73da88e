'use client';

import { Plus, SquareKanban } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useMemo } from 'react';
import type { TicketFilters } from '@/api/queries/tickets';
import { FilterBar, SearchFilter } from '@/components/data-table/filter-bar';
import { EmptyState } from '@/components/empty-state';
import { BrandFilter, ChannelFilter, MarketFilter } from '@/components/filters/catalog-filters';
import { NoMatch } from '@/components/no-match';
import { PageHeader } from '@/components/page-header';
import { Button } from '@/components/ui/button';
import { useUrlState } from '@/lib/url-state';
import { useBoard } from './use-board';

const Board = dynamic(() => import('./board').then((module) => module.Board), { ssr: false });

const KEYS = ['search', 'brand_id', 'market_id', 'channel_id'] as const;
const PANELS = ['open', 'build'] as const;
const NONE = { search: undefined, brand_id: undefined, market_id: undefined, channel_id: undefined };

/** The board of all tickets by state: QA and deployments are one move away. */
export function BoardPage() {
  const [url, setUrl] = useUrlState(KEYS);
  const [, setPanel] = useUrlState(PANELS);
  const filters = useMemo(() => url as TicketFilters, [url]);
  const columns = useBoard(filters);
  const search = useCallback((value: string | undefined) => setUrl({ search: value }), [setUrl]);
  const open = useCallback((id: string) => setPanel({ open: id }, 'push'), [setPanel]);
  const filtered = Object.keys(url).length > 0;
  const totals = Object.values(columns).map((column) => column.total);
  const total = totals.reduce<number | undefined>(
    (sum, some) => (sum === undefined || some === undefined ? undefined : sum + some),
    0,
  );
  const create = (
    <Button variant="primary" onClick={() => setPanel({ build: 'new' }, 'push')}>
      <Plus aria-hidden /> New ticket
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Board"
        description="Drag a ticket to QA testing to check it, to Trafficking to deploy it."
      >
        {create}
      </PageHeader>
      <FilterBar total={total} noun="ticket" onClear={filtered ? () => setUrl(NONE) : undefined}>
        <SearchFilter label="Part of a name" value={url.search} onChange={search} />
        <BrandFilter value={url.brand_id} onChange={(brand_id) => setUrl({ brand_id })} />
        <MarketFilter value={url.market_id} onChange={(market_id) => setUrl({ market_id })} />
        <ChannelFilter value={url.channel_id} onChange={(channel_id) => setUrl({ channel_id })} />
      </FilterBar>
      {total === 0 ? (
        filtered ? (
          <NoMatch noun="ticket" onClear={() => setUrl(NONE)} />
        ) : (
          <EmptyState
            icon={SquareKanban}
            title="No ticket yet"
            description="A ticket is one request to one platform. Create the first one."
          >
            {create}
          </EmptyState>
        )
      ) : (
        <Board columns={columns} onOpen={open} />
      )}
    </>
  );
}
