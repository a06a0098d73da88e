'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Fragment, memo, type ReactNode } from 'react';
import { allChannelsQuery } from '@/api/queries/catalog';
import { StatusBadge } from '@/components/status-badge';
import { When } from '@/components/when';
import { counted } from '@/lib/counted';
import { formatMoney } from '@/lib/money';
import type { Card } from './columns';

/** The first line of a card: its channel, and the time of its last move. */
export function CardHead({ card, children }: { card: Card; children?: ReactNode }) {
  return (
    <div className="flex h-5 items-center gap-1.5 text-2xs">
      <PlatformMark channelId={card.channel_id} />
      <span className="min-w-0 flex-1 truncate">
        <When time={card.active_deployment?.updated_at ?? card.updated_at} />
      </span>
      {children}
    </div>
  );
}

/** A ticket's name, on as many lines as a card has for it; it breaks between its parts if possible. */
export function CardName({ name }: { name: string }) {
  const parts = name.split('_');
  return (
    <span className="wrap-anywhere line-clamp-3 font-mono text-xs leading-4">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name never change places
        <Fragment key={at}>
          {part}
          {at < parts.length - 1 && (
            <>
              _<wbr />
            </>
          )}
        </Fragment>
      ))}
    </span>
  );
}

/** The text below a card's name: the reason why it waits, and its budget. */
export const CardBody = memo(function CardBody({ card, busy }: { card: Card; busy: boolean }) {
  const { active_deployment: deployment } = card;
  return (
    <>
      <div className="mt-auto flex h-4 min-w-0 items-center gap-1 text-2xs">
        {busy ? (
          <span className="flex items-center gap-1 text-info">
            <LoaderCircle className="size-3 animate-spin" aria-hidden /> Working
          </span>
        ) : deployment ? (
          <span className="flex min-w-0 items-center gap-1.5">
            <StatusBadge kind="deployment" status={deployment.status} />
            <span className="truncate text-ink-faint" title={deployment.error ?? undefined}>
              {deployment.error ?? (deployment.attempt > 1 ? `Attempt ${deployment.attempt}` : '')}
            </span>
          </span>
        ) : (
          <Reason ticket={card} />
        )}
      </div>
      <div className="text-2xs">
        <Budget ticket={card} />
      </div>
    </>
  );
});

function Reason({ ticket }: { ticket: Card }) {
  const errors = ticket.qa_findings.filter((finding) => finding.severity === 'error');
  const warnings = ticket.qa_findings.length - errors.length;
  const stuck = ticket.status === 'QA_FAILED' || ticket.status === 'FAILED';
  if (stuck && (ticket.qa_failure_reason || errors.length > 0)) {
    return (
      <span
        className="flex min-w-0 items-center gap-1 text-bad"
        title={ticket.qa_failure_reason ?? undefined}
      >
        <CircleAlert className="size-3 shrink-0" aria-hidden />
        {errors.length > 0 ? (
          <span className="truncate">
            {counted(errors.length, 'error')}: {errors[0]?.message}
          </span>
        ) : (
          <span className="truncate">{ticket.qa_failure_reason}</span>
        )}
      </span>
    );
  }
  if (warnings === 0) return null;
  return (
    <span className="flex items-center gap-1 text-warn">
      <TriangleAlert className="size-3" aria-hidden /> {counted(warnings, 'warning')}
    </span>
  );
}

function Budget({ ticket }: { ticket: Card }) {
  const { planned_budget: planned, currency } = ticket;
  if (!planned || !currency) return <span className="text-ink-faint">No budget</span>;
  return <span className="num font-medium">{formatMoney(planned, currency)}</span>;
}

/** The platform in two letters; a hint shows its name. */
function PlatformMark({ channelId }: { channelId: string }) {
  const { data: channels = [] } = useQuery(allChannelsQuery());
  const name = channels.find((channel) => channel.id === channelId)?.platform_name ?? '';
  return (
    <abbr
      title={name}
      className="flex size-5 shrink-0 items-center justify-center rounded bg-idle-wash font-semibold text-2xs text-ink-soft no-underline"
    >
      {name.slice(0, 2)}
    </abbr>
  );
}
