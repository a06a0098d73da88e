'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { explain } from '@/api/problem';
import { hasEnded, jobQuery, refusedItemsQuery, stopJob } from '@/api/queries/jobs';
import { jobShare, jobText, jobTitle } from '@/lib/job-text';
import { Link } from './link';
import { Button } from './ui/button';

/** The most refused items that are listed. */
const MOST = 20;

/** A job's progress, with a button to stop it while it runs, and its refused items. */
export function JobProgress({ id }: { id: string }) {
  const { data: job } = useQuery(jobQuery(id));
  if (!job) return <p role="status">The job has started.</p>;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div role="status" className="flex flex-col gap-1">
        <p className="font-medium">{jobTitle(job)}</p>
        <p className="num text-ink-soft">{jobText(job)}</p>
      </div>
      {!hasEnded(job) && (
        <div className="flex items-center gap-3">
          <progress aria-label={jobTitle(job)} className="h-1.5 flex-1 accent-gold" value={jobShare(job)} />
          <StopButton id={id} />
        </div>
      )}
      <RefusedItems job={job} />
    </div>
  );
}

function StopButton({ id }: { id: string }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const stop = async () => {
    setBusy(true);
    try {
      await stopJob(id);
    } catch (error) {
      toast.error('The job cannot be stopped', { description: explain(error) });
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['jobs'] });
    }
  };
  return (
    <Button size="sm" busy={busy} onClick={stop}>
      Stop
    </Button>
  );
}

function RefusedItems({ job }: { job: Schema<'Job'> }) {
  const { data: items } = useQuery(refusedItemsQuery(job.id, job.refused, MOST));
  if (!items || items.length === 0) return null;
  return (
    <ul aria-label="Refused" className="flex max-h-60 flex-col gap-2 overflow-y-auto">
      {items.map((item) => (
        <li key={item.ticket_id}>
          <Link
            href={`/tickets/?open=${item.ticket_id}`}
            className="break-all font-mono text-gold text-xs hover:underline"
          >
            {item.ticket_name ?? item.ticket_id}
          </Link>
          <p className="text-ink-soft text-xs">{item.message}</p>
        </li>
      ))}
      {job.refused > items.length && (
        <li className="text-ink-faint text-xs">
          And {(job.refused - items.length).toLocaleString('en')} more.
        </li>
      )}
    </ul>
  );
}

/** Shows a job's progress in a corner of the screen until it is closed. */
export function followJob(id: string): void {
  toast(<JobProgress id={id} />, { id: `job-${id}`, duration: Number.POSITIVE_INFINITY, closeButton: true });
}
