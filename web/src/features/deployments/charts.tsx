'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schema } from '@/api/client';
import { historyQuery } from '@/api/queries/deployments';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { duration, percentText, RANGES, type Range, totalsOf } from './history';

type Span = Schema<'HistorySpan'>;

const RANGE_OPTIONS = Object.entries(RANGES).map(([value, { label }]) => ({ value: value as Range, label }));

const WIDTH = 240;
const HEIGHT = 40;

/** Throughput, success rate and time to live in the recent past. */
export function Charts({ range, onRange }: { range: Range; onRange: (range: Range) => void }) {
  const { minutes, spans: count, label } = RANGES[range];
  const { data: spans } = useQuery(historyQuery(minutes, count));
  const totals = totalsOf(spans ?? []);
  const ended = totals.succeeded + totals.failed;
  const rate = totals.successRate === undefined ? '–' : percentText(totals.successRate);
  const mean = totals.meanMs === undefined ? '–' : duration(totals.meanMs);
  return (
    <section aria-label={`The last ${label}`} className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex items-center justify-between">
        <h2 className="font-medium text-ink-soft text-xs">Recent results</h2>
        <Segmented label="Time range" value={range} options={RANGE_OPTIONS} onChange={onRange} />
      </div>
      <div className="grid flex-1 grid-cols-3 divide-x rounded-lg border bg-panel">
        <Chart
          title="Throughput"
          value={`${ended} ended`}
          says={`Throughput of the last ${label}: ${totals.succeeded} succeeded, ${totals.failed} failed.`}
        >
          {spans && <Throughput spans={spans} />}
        </Chart>
        <Chart
          title="Success rate"
          value={rate}
          says={`Success rate of the last ${label}: ${rate === '–' ? 'nothing ended' : rate}.`}
        >
          {spans && <Line spans={spans} of={rateOf} top={100} ink="var(--ok)" />}
        </Chart>
        <Chart
          title="Time to live"
          value={mean}
          says={`Time from acceptance to success in the last ${label}: ${mean === '–' ? 'nothing succeeded' : `${mean} on average`}.`}
        >
          {spans && (
            <Line spans={spans} of={(span) => span.mean_duration_ms ?? undefined} ink="var(--gold)" />
          )}
        </Chart>
      </div>
    </section>
  );
}

function Chart(props: { title: string; value: string; says: string; children: ReactNode }) {
  return (
    <figure className="flex min-w-0 flex-col gap-1.5 px-3 py-2">
      <figcaption className="flex items-baseline justify-between gap-2">
        <span className="truncate text-2xs text-ink-faint">{props.title}</span>
        <span className="num truncate font-semibold">{props.value}</span>
      </figcaption>
      {props.children ? (
        <svg
          role="img"
          aria-label={props.says}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-10 w-full overflow-visible"
        >
          <title>{props.says}</title>
          <line
            x1="0"
            x2={WIDTH}
            y1={HEIGHT}
            y2={HEIGHT}
            stroke="var(--line)"
            vectorEffect="non-scaling-stroke"
          />
          {props.children}
        </svg>
      ) : (
        <Skeleton className="h-10" />
      )}
    </figure>
  );
}

/** A bar per span: successes, and failures on top. */
function Throughput({ spans }: { spans: readonly Span[] }) {
  const most = Math.max(1, ...spans.map((span) => span.succeeded + span.failed));
  const width = WIDTH / spans.length;
  return spans.map((span, index) => {
    const good = (HEIGHT * span.succeeded) / most;
    const bad = (HEIGHT * span.failed) / most;
    const bar = { x: index * width + width * 0.1, width: width * 0.8 };
    return (
      <g key={span.from}>
        {good > 0 && <rect {...bar} y={HEIGHT - good} height={good} fill="var(--ok)" />}
        {bad > 0 && <rect {...bar} y={HEIGHT - good - bad} height={bad} fill="var(--bad)" />}
      </g>
    );
  });
}

function rateOf({ succeeded, failed }: Span): number | undefined {
  return succeeded + failed > 0 ? (100 * succeeded) / (succeeded + failed) : undefined;
}

interface LineProps {
  spans: readonly Span[];
  of: (span: Span) => number | undefined;
  /** The highest value of the scale; by default the largest one. */
  top?: number;
  ink: string;
}

/** A line through the spans that have a value, over an area of the same colour. */
function Line({ spans, of, top, ink }: LineProps) {
  const known = spans.flatMap((span, index) => {
    const value = of(span);
    return value === undefined ? [] : [{ at: ((index + 0.5) * WIDTH) / spans.length, value }];
  });
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return null;
  const most = top ?? Math.max(1, ...known.map(({ value }) => value));
  // A small margin at the top, so that the stroke of a full value is not cut.
  const points = known.map(({ at, value }) => `${at},${HEIGHT - (value / most) * (HEIGHT - 3)}`).join(' ');
  return (
    <>
      <polygon points={`${first.at},${HEIGHT} ${points} ${last.at},${HEIGHT}`} fill={ink} opacity={0.14} />
      <polyline
        points={points}
        fill="none"
        stroke={ink}
        strokeWidth={1.5}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      <line
        x1={last.at}
        x2={last.at}
        y1={HEIGHT - (last.value / most) * (HEIGHT - 3)}
        y2={HEIGHT - (last.value / most) * (HEIGHT - 3)}
        stroke={ink}
        strokeWidth={5}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
}
