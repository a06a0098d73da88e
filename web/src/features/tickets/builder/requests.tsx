import { ChevronRight } from 'lucide-react';
import type { Schema } from '@/api/client';

/** The exact requests of a deployment, in their order. Secrets do not show. */
export function Requests({ preview }: { preview: Schema<'TicketPreview'> }) {
  const { requests } = preview;
  if (requests.length === 0) {
    return <p className="text-ink-faint">Nothing can be sent as long as there is something to mend.</p>;
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
          </details>
        </li>
      ))}
    </ol>
  );
}
