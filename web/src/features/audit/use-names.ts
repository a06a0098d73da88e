'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Schema } from '@/api/client';
import { allBrandsQuery, allChannelsQuery, allMarketsQuery } from '@/api/queries/catalog';

/** Names the subject of an event, if the event or the master data knows its name. */
export function useNames(): (event: Schema<'Event'>) => string {
  const { data: markets = [] } = useQuery(allMarketsQuery());
  const { data: brands = [] } = useQuery(allBrandsQuery());
  const { data: channels = [] } = useQuery(allChannelsQuery());
  return useCallback(
    (event) => {
      const [kind = '', id = ''] = event.subject.split('/');
      const known: Record<string, string | undefined> = {
        markets: markets.find((market) => market.id === id)?.code,
        brands: brands.find((brand) => brand.id === id)?.name,
        channels: channels.find((channel) => channel.id === id)?.api_identifier,
        qa: 'the QA rules',
      };
      return nameIn(event.data) ?? known[kind] ?? `${kind} …${id.slice(-6)}`;
    },
    [markets, brands, channels],
  );
}

function nameIn(data: unknown): string | undefined {
  const told = data as { name?: unknown; after?: { name?: unknown }; before?: { name?: unknown } } | null;
  const name = told?.name ?? told?.after?.name ?? told?.before?.name;
  return typeof name === 'string' ? name : undefined;
}
