'use client';

import { useQuery } from '@tanstack/react-query';
import { ticketNameQuery } from '@/api/queries/deployments';
import { Link } from '@/components/link';

interface Refused {
  ticketId: string;
  message: string;
}

/** The result of one action on many. */
export interface Outcome {
  accepted: number;
  refused: Refused[];
}

/** The most refusals that are listed. */
const MOST = 20;

/** The tickets that were refused, with the reasons. */
export function Refusals({ refused }: { refused: readonly Refused[] }) {
  if (refused.length === 0) return null;
  return (
    <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto">
      {refused.slice(0, MOST).map((one) => (
        <li key={one.ticketId}>
          <TicketName id={one.ticketId} />
          <p className="text-ink-soft text-xs">{one.message}</p>
        </li>
      ))}
      {refused.length > MOST && <li className="text-ink-faint text-xs">And {refused.length - MOST} more.</li>}
    </ul>
  );
}

/** A link to a ticket, with its name. */
function TicketName({ id }: { id: string }) {
  const { data: name } = useQuery(ticketNameQuery(id));
  return (
    <Link href={`/tickets/?open=${id}`} className="break-all font-mono text-gold text-xs hover:underline">
      {name ?? 'Ticket'}
    </Link>
  );
}
