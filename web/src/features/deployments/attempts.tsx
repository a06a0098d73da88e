import { ChevronRight } from 'lucide-react';
import type { Schema } from '@/api/client';
import { JsonView } from '@/components/json-view';
import { Badge, type Tone } from '@/components/ui/badge';
import { exact } from '@/lib/time';
import { duration } from './history';
import { stepLabel } from './steps';

const OUTCOME: { readonly [outcome: string]: Tone | undefined } = {
  done: 'ok',
  found: 'ok',
  agrees: 'ok',
  nothing: 'idle',
  differs: 'warn',
  unread: 'warn',
  throttled: 'warn',
  unavailable: 'warn',
  unknown: 'warn',
  several: 'bad',
  refused: 'bad',
  unauthorized: 'bad',
};

/** Every exchange with the platform, in order; opened, it shows the request and the answer. */
export function Attempts({ attempts }: { attempts: readonly Schema<'Attempt'>[] }) {
  return (
    <section aria-labelledby="deployment-attempts" className="flex flex-col gap-2">
      <h3 id="deployment-attempts" className="font-semibold">
        Exchanges with the platform
      </h3>
      {attempts.length === 0 && <p className="text-ink-faint">Nothing was sent yet.</p>}
      <ol className="flex flex-col gap-1.5">
        {attempts.map((attempt, index) => (
          <li key={`${attempt.started_at} ${attempt.step} ${attempt.outcome}`}>
            <OneAttempt attempt={attempt} number={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneAttempt({ attempt, number }: { attempt: Schema<'Attempt'>; number: number }) {
  const { method, url, status, platform_code: code, outcome, elapsed_ms: elapsed } = attempt;
  return (
    <details className="group rounded-md border open:bg-canvas">
      <summary className="flex list-none items-center gap-2 rounded-md px-2.5 py-1.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="size-3.5 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
          aria-hidden
        />
        <span className="num w-5 shrink-0 text-2xs text-ink-faint">{number}</span>
        <span className="w-11 shrink-0 font-mono font-semibold text-2xs">{method}</span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-mono text-2xs" title={url}>
            {pathOf(url)}
          </span>
          <span className="block text-2xs text-ink-faint">
            {stepLabel(attempt.step)} ·{' '}
            <time title={exact(attempt.started_at)}>{clock(attempt.started_at)}</time>
          </span>
        </span>
        <span className="num shrink-0 text-right text-2xs text-ink-soft">
          <span className="block">{status ?? 'no answer'}</span>
          {code && <span className="block text-ink-faint">code {code}</span>}
        </span>
        <span className="num w-14 shrink-0 text-right text-2xs text-ink-soft">{duration(elapsed)}</span>
        <span className="flex w-24 shrink-0 justify-end">
          <Badge tone={OUTCOME[outcome] ?? 'idle'}>{outcome}</Badge>
        </span>
      </summary>
      <div className="flex flex-col gap-3 border-t p-3">
        <p className="break-all font-mono text-2xs text-ink-soft">
          {method} {url}
        </p>
        <div className="grid gap-3 md:grid-cols-2">
          <Body label="Request" value={attempt.request} />
          <Body label="Answer" value={attempt.response} />
        </div>
      </div>
    </details>
  );
}

function Body({ label, value }: { label: string; value: unknown }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h4 className="font-medium text-ink-soft text-xs">{label}</h4>
      {value === null || value === undefined ? (
        <p className="text-ink-faint text-xs">No body.</p>
      ) : (
        <JsonView label={label} value={value} />
      )}
    </div>
  );
}

/** The part of an address that differs between exchanges; the host is the same for all. */
function pathOf(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    return decodeURIComponent(pathname + search);
  } catch {
    return url;
  }
}

/** `13:11:04.512` */
function clock(time: string): string {
  return new Date(time).toISOString().slice(11, 23);
}
