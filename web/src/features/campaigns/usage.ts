import type { CampaignUsage } from '@/api/queries/usage';
import { micros, percent } from '@/lib/money';

export interface Usage {
  /** The sum that all tickets plan to spend, a decimal. */
  planned: string;
  /** Of the campaign's budget; more than 100 is too much. */
  percent: number;
  channels: { channelId: string; byStatus: { status: string; count: number }[] }[];
}

/** The share of a campaign's budget that its tickets use, and the tickets by state and channel. */
export function usageOf(budget: string, usage: CampaignUsage, order: readonly string[]): Usage {
  const { tickets } = usage;
  const planned = usage.planned ?? '0.00';
  const byChannel = new Map<string, { status: string; count: number }[]>();
  for (const { channel_id, status, count } of tickets) {
    byChannel.set(channel_id, [...(byChannel.get(channel_id) ?? []), { status, count }]);
  }
  const channels = [...byChannel].map(([channelId, statuses]) => ({
    channelId,
    byStatus: statuses.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status)),
  }));
  return { planned, percent: percent(micros(planned) ?? 0n, micros(budget) ?? 0n), channels };
}
