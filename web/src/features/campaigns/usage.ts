import type { Schema } from '@/api/client';
import { micros, percent } from '@/lib/money';

type Ticket = Pick<Schema<'Ticket'>, 'channel_id' | 'status' | 'planned_budget'>;

export interface Usage {
  /** What all tickets together plan to spend, in millionths. */
  planned: bigint;
  /** Of the campaign's budget; above 100 is too much. */
  percent: number;
  channels: { channelId: string; total: number; byStatus: { status: string; count: number }[] }[];
}

/** What a campaign's tickets use of its budget, and how many are where on which channel. */
export function usageOf(budget: string, tickets: readonly Ticket[], order: readonly string[]): Usage {
  const planned = tickets.reduce((sum, ticket) => sum + (micros(ticket.planned_budget) ?? 0n), 0n);
  const counts = new Map<string, Map<string, number>>();
  for (const { channel_id, status } of tickets) {
    const channel = counts.get(channel_id) ?? new Map<string, number>();
    channel.set(status, (channel.get(status) ?? 0) + 1);
    counts.set(channel_id, channel);
  }
  const channels = [...counts].map(([channelId, statuses]) => ({
    channelId,
    total: [...statuses.values()].reduce((sum, count) => sum + count, 0),
    byStatus: [...statuses]
      .map(([status, count]) => ({ status, count }))
      .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status)),
  }));
  return { planned, percent: percent(planned, micros(budget) ?? 0n), channels };
}
