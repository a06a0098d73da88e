import type { Schema } from '@/api/client';

type Job = Schema<'Job'>;

const count = (number: number) => number.toLocaleString('en');

/** The progress of a job as a sentence: `412 of 700 accepted, 3 refused`. */
export function jobText({ total, accepted, refused, stopped }: Job): string {
  const parts = [`${count(accepted)} of ${count(total)} accepted`];
  if (refused > 0) parts.push(`${count(refused)} refused`);
  if (stopped > 0) parts.push(`${count(stopped)} not done`);
  return parts.join(', ');
}

/** The state of a job, or its end. */
export function jobTitle({ kind, status }: Job): string {
  const what = kind === 'retry' ? 'Retrying failures' : 'Deploying tickets';
  return { running: what, done: `${what}: done`, stopped: `${what}: stopped` }[status];
}

/** The share of a job's items that have a result, from 0 to 1. */
export function jobShare({ total, done }: Job): number {
  return total === 0 ? 1 : Math.min(1, done / total);
}
