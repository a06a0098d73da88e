import type { Schema } from '@/api/client';
import { exact } from '@/lib/time';
import { duration } from './history';

const LABEL: { readonly [type: string]: string | undefined } = {
  'deployment.accepted': 'Accepted',
  'deployment.started': 'Claimed by a worker',
  'deployment.waiting': 'Waiting',
  'deployment.cancelled': 'Cancelled',
  'deployment.ended': 'Ended',
};

/** The events of a deployment. */
export function Happenings({ events }: { events: readonly Schema<'Event'>[] }) {
  return (
    <section aria-labelledby="deployment-events" className="flex flex-col gap-2">
      <h3 id="deployment-events" className="font-semibold">
        Events
      </h3>
      <ol className="flex flex-col">
        {events.map((event) => (
          <li key={event.id} className="flex gap-3 border-b py-1.5 last:border-b-0">
            <time
              dateTime={event.time}
              title={exact(event.time)}
              className="num w-20 shrink-0 text-2xs text-ink-faint"
            >
              {new Date(event.time).toISOString().slice(11, 23)}
            </time>
            <div className="min-w-0 flex-1">
              <p>
                {LABEL[event.type] ?? event.type}{' '}
                <span className="text-2xs text-ink-faint">by {event.actor}</span>
              </p>
              <Detail data={event.data} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Detail({ data }: { data: unknown }) {
  const told = detailOf(data);
  return told ? <p className="break-words text-ink-soft text-xs">{told}</p> : null;
}

/** The details of an event: the reason and the time. */
export function detailOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { why, reason, delay_ms: delay } = data as { why?: unknown; reason?: unknown; delay_ms?: unknown };
  const words = typeof why === 'string' ? why : typeof reason === 'string' ? reason : '';
  const waits = typeof delay === 'number' ? `for ${duration(delay)}` : '';
  return [waits, words].filter(Boolean).join(': ') || undefined;
}
