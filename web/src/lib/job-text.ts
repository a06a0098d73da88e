import type { Schema } from '@/api/client';

type Job = Schema<'Job'>;

const count = (number: number) => number.toLocaleString('en');

/** What a job has achieved, in a sentence: `412 of 700 accepted, 3 refused`. */
export function jobText({ total, accepted, refused, stopped }: Job): string {
  const parts = [`${count(accepted)} of ${count(total)} accepted`];
  if (refused > 0) parts.push(`${count(refused)} refused`);
  if (stopped > 0) parts.push(`${count(stopped)} not done`);
  return parts.join(', ');
}

/** What a job is doing, or how it ended. */
export function jobTitle({ kind, status }: Job): string {
  const what = kind === 'retry' ? 'Retrying failures' : 'Deploying tickets';
  return { running: what, done: `${what}: done`, stopped: `${what}: stopped` }[status];
}

/** How much of a job has a result, from 0 to 1. */
export function jobShare({ total, done }: Job): number {
  return total === 0 ? 1 : Math.min(1, done / total);
}
