import type { Schema } from '@/api/client';

type Span = Schema<'HistorySpan'>;

/** The range of the charts, and the number of spans: narrow enough to show a burst, wide enough to read. */
export const RANGES = {
  '15m': { label: '15 min', minutes: 15, spans: 30 },
  '1h': { label: '1 h', minutes: 60, spans: 30 },
  '24h': { label: '24 h', minutes: 1440, spans: 48 },
  '7d': { label: '7 d', minutes: 10_080, spans: 42 },
} as const;

export type Range = keyof typeof RANGES;

export function rangeOf(text: string | undefined): Range {
  return text !== undefined && Object.hasOwn(RANGES, text) ? (text as Range) : '1h';
}

interface Totals {
  succeeded: number;
  failed: number;
  /** In percent; undefined if nothing ended. */
  successRate?: number;
  /** The average time of a success; undefined if there is none. */
  meanMs?: number;
}

/** The totals of all spans; a mean is weighted by its successes. */
export function totalsOf(spans: readonly Span[]): Totals {
  let succeeded = 0;
  let failed = 0;
  let weighted = 0;
  for (const span of spans) {
    succeeded += span.succeeded;
    failed += span.failed;
    weighted += (span.mean_duration_ms ?? 0) * span.succeeded;
  }
  const ended = succeeded + failed;
  return {
    succeeded,
    failed,
    ...(ended > 0 ? { successRate: (100 * succeeded) / ended } : {}),
    ...(succeeded > 0 ? { meanMs: weighted / succeeded } : {}),
  };
}

/** `850 ms`, `2.4 s`, `3 min`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return `${(ms / 3_600_000).toFixed(1)} h`;
}

/** Shows 100 only if nothing failed. */
export function percentText(rate: number): string {
  const text = rate.toFixed(1).replace(/\.0$/, '');
  return `${text === '100' && rate < 100 ? '99.9' : text}%`;
}
