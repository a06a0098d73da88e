'use client';

import { useQuery } from '@tanstack/react-query';
import { ticketDeploymentsQuery } from '@/api/queries/deployments';
import { Link } from '@/components/link';
import { StatusBadge } from '@/components/status-badge';
import { When } from '@/components/when';

/** The deployments of a ticket, each with a link to its timeline. */
export function TicketDeployments({ id }: { id: string }) {
  const { data: deployments = [] } = useQuery(ticketDeploymentsQuery(id));
  if (deployments.length === 0) return null;
  return (
    <section aria-labelledby="ticket-deployments" className="flex flex-col gap-1">
      <h3 id="ticket-deployments" className="font-semibold">
        Deployments
      </h3>
      <ul className="flex flex-col">
        {deployments.map((deployment) => (
          <li key={deployment.id}>
            <Link
              href={`/deployments/?open=${deployment.id}`}
              className="-mx-2 flex min-h-9 items-center gap-3 rounded-md px-2 py-1 hover:bg-hover"
            >
              <StatusBadge kind="deployment" status={deployment.status} />
              <span className="min-w-0 flex-1 truncate text-ink-soft" title={deployment.error ?? undefined}>
                {deployment.error ?? 'See every exchange with the platform'}
              </span>
              <When time={deployment.created_at} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
