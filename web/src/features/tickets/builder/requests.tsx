import { ChevronRight } from 'lucide-react';
import type { Schema } from '@/api/client';

type Request = Schema<'TicketPreview'>['requests'][number];

/** The values of a request that are known only when it is sent. Double braces anywhere else are sent unchanged. */
function FilledIn({ request, requests }: { request: Request; requests: Request[] }) {
  if (request.references.length === 0) return null;
  const nameOf = (step: string) => requests.find((other) => other.step === step)?.name ?? step;
  return (
    <p className="border-t px-3 py-2 text-2xs text-ink-faint">
      Filled in when it is sent:{' '}
      {request.references
        .map(({ pointer, id_of }) => {
          const field = pointer?.split('/').at(-1) ?? 'the address';
          return id_of
            ? `${field} (the id of ${nameOf(id_of)})`
            : `${field} (a key that prevents a second object)`;
        })
        .join(', ')}
      .
    </p>
  );
}

/** The exact requests of a deployment, in order. Secrets are hidden. */
export function Requests({ preview }: { preview: Schema<'TicketPreview'> }) {
  const { requests } = preview;
  if (requests.length === 0) {
    return <p className="text-ink-faint">Nothing can be sent while there are errors.</p>;
  }
  return (
    <ol className="flex flex-col gap-2">
      {requests.map((request) => (
        <li key={request.step}>
          <details open={requests.length < 4} className="group rounded-md border bg-canvas">
            <summary className="flex list-none items-center gap-2 px-3 py-2">
              <ChevronRight
                className="size-3.5 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
                aria-hidden
              />
              <span className="font-mono font-semibold text-gold text-xs">{request.method}</span>
              <span className="min-w-0 flex-1 break-all font-mono text-xs">{request.url}</span>
              <span className="text-2xs text-ink-faint">{request.kind.replaceAll('_', ' ')}</span>
            </summary>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
              tabIndex={0}
              className="overflow-x-auto border-t p-3 font-mono text-xs"
            >
              {JSON.stringify(request.body, null, 2)}
            </pre>
            <FilledIn request={request} requests={requests} />
          </details>
        </li>
      ))}
    </ol>
  );
}
