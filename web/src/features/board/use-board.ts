'use client';

import { useInfiniteQuery, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Schema } from '@/api/client';
import { activeDeploymentsQuery, boardColumnQuery, deployedTicketQuery } from '@/api/queries/board';
import { campaignQuery } from '@/api/queries/campaigns';
import type { TicketFilters } from '@/api/queries/tickets';
import { type Card, type ColumnKey, cardOf, waiting } from './columns';

/** What a column needs to show itself. */
export interface ColumnData {
  cards: readonly Card[];
  /** How many there are in all; undefined as long as that is not known. */
  total: number | undefined;
  isPending: boolean;
  error: Error | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => void;
  refetch: () => void;
}

function useColumn(status: Schema<'TicketStatus'>, filters: TicketFilters): ColumnData {
  const query = useInfiniteQuery(boardColumnQuery(status, filters));
  const { data, fetchNextPage, refetch, hasNextPage, isFetchingNextPage, isPending, error } = query;
  return useMemo(
    () => ({
      cards: data?.pages.flatMap((page) => page.rows.map(cardOf)) ?? [],
      total: data?.pages[0]?.total,
      isPending,
      error,
      hasNextPage,
      isFetchingNextPage,
      fetchNextPage: () => void fetchNextPage(),
      refetch: () => void refetch(),
    }),
    [data, fetchNextPage, refetch, hasNextPage, isFetchingNextPage, isPending, error],
  );
}

/** With filters set, the tickets of so many deployments are looked at: the API's list of them knows no brand. */
const MOST_LOOKED_AT = 200;

/** What is being deployed, as far as the filters let it through. */
function useTrafficking(filters: TicketFilters): ColumnData & { active: readonly Schema<'Deployment'>[] } {
  const client = useQueryClient();
  const { data, isPending, error, refetch } = useQuery(activeDeploymentsQuery());
  const active = useMemo(() => data?.rows ?? [], [data]);
  const filtered = Object.values(filters).some(Boolean);
  const looked = filtered ? active.slice(0, MOST_LOOKED_AT) : [];
  const tickets = useQueries({
    queries: looked.map((deployment) => deployedTicketQuery(deployment.ticket_id)),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  const campaigns = useQueries({
    queries: [...new Set(tickets.map((ticket) => ticket.campaign_id))].map((id) => campaignQuery(id)),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  return useMemo(() => {
    const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    const seen = client
      .getQueriesData<{ pages: { rows: Schema<'Ticket'>[] }[] }>({ queryKey: ['tickets', 'board'] })
      .flatMap(([, list]) => list?.pages.flatMap((page) => page.rows) ?? []);
    const onBoard = new Map(seen.map((ticket) => [ticket.id, ticket]));
    const cards = active.map((deployment) => ({
      id: deployment.ticket_id,
      ticket: known.get(deployment.ticket_id) ?? onBoard.get(deployment.ticket_id),
      deployment,
    }));
    const fitting = filtered ? cards.filter(({ ticket }) => fits(ticket, campaigns, filters)) : cards;
    return {
      active,
      cards: fitting,
      total: filtered ? fitting.length : data?.total,
      isPending,
      error,
      hasNextPage: false,
      isFetchingNextPage: false,
      fetchNextPage: () => undefined,
      refetch: () => void refetch(),
    };
  }, [client, active, tickets, campaigns, filtered, filters, data, isPending, error, refetch]);
}

/** Whether the list of tickets would have this one with these filters. */
export function fits(
  ticket: Schema<'Ticket'> | undefined,
  campaigns: readonly Pick<Schema<'Campaign'>, 'id' | 'brand_id' | 'market_id'>[],
  { brand_id, market_id, channel_id, campaign_id, search }: TicketFilters,
): boolean {
  if (!ticket) return false;
  const campaign = campaigns.find((candidate) => candidate.id === ticket.campaign_id);
  return (
    (!brand_id || campaign?.brand_id === brand_id) &&
    (!market_id || campaign?.market_id === market_id) &&
    (!channel_id || ticket.channel_id === channel_id) &&
    (!campaign_id || ticket.campaign_id === campaign_id) &&
    (!search || ticket.name.toLowerCase().includes(search.toLowerCase()))
  );
}

/** All columns of the board. Each is a list of its own, so none has to be read whole. */
export function useBoard(filters: TicketFilters): Record<ColumnKey, ColumnData> {
  const trafficking = useTrafficking(filters);
  const ready = useColumn('READY_FOR_API', filters);
  const { active, cards: deployed } = trafficking;
  const idle = useMemo(() => {
    const tickets = ready.cards.flatMap(({ ticket }) => ticket ?? []);
    const left = waiting(tickets, active);
    // All that is being deployed is ready, too, and counted with the ready ones.
    const total =
      ready.total === undefined ? undefined : Math.max(left.length, ready.total - deployed.length);
    return { ...ready, total, cards: left.map(cardOf) };
  }, [ready, active, deployed]);
  return {
    DRAFT: useColumn('DRAFT', filters),
    QA_TESTING: useColumn('QA_TESTING', filters),
    QA_FAILED: useColumn('QA_FAILED', filters),
    READY_FOR_API: idle,
    TRAFFICKING: trafficking,
    TRAFFICKED_SUCCESS: useColumn('TRAFFICKED_SUCCESS', filters),
    FAILED: useColumn('FAILED', filters),
  };
}
