import type { Schema } from '@/api/client';
import { explain, ProblemError, sentence } from '@/api/problem';
import type { ColumnKey } from '@/api/queries/board';
import { deployTicket, deployTickets, updateTicket } from '@/api/queries/tickets';

type Ticket = Schema<'Ticket'>;

/** The result of a move of several cards. */
export interface Outcome {
  /** The new status of each ticket that could be moved; a deployment is queued. */
  done: { name: string; status: string }[];
  /** The reasons why the others stay, in the API's words. */
  refused: { name: string; why: string }[];
  /** The job that continues with tickets which the answer could not wait for. */
  job?: string;
}

/** The number of requests at a time: more would only queue at the server. */
const AT_ONCE = 4;

/** Sends the requests for a drop of cards on a column. Only the API knows the legal moves. */
export async function move(tickets: readonly Ticket[], to: ColumnKey): Promise<Outcome> {
  return to === 'TRAFFICKING' ? deploy(tickets) : setStatus(tickets, to);
}

async function deploy(tickets: readonly Ticket[]): Promise<Outcome> {
  const [only] = tickets;
  if (tickets.length === 1 && only) {
    try {
      const { status } = await deployTicket(only.id);
      return { done: [{ name: only.name, status }], refused: [] };
    } catch (error) {
      return { done: [], refused: [{ name: only.name, why: reason(error) }] };
    }
  }
  const outcome: Outcome = { done: [], refused: [] };
  try {
    for (const answer of await deployTickets(tickets.map((ticket) => ticket.id))) {
      const name = tickets.find((ticket) => ticket.id === answer.ticket_id)?.name ?? answer.ticket_id;
      if (answer.status === 'waiting') outcome.job = answer.job_id;
      else if ('code' in answer) outcome.refused.push({ name, why: answer.message });
      else outcome.done.push({ name, status: answer.status });
    }
  } catch (error) {
    outcome.refused.push(...tickets.map(({ name }) => ({ name, why: reason(error) })));
  }
  return outcome;
}

async function setStatus(tickets: readonly Ticket[], status: Schema<'TicketStatus'>): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  const left = [...tickets];
  const work = async () => {
    for (let ticket = left.shift(); ticket; ticket = left.shift()) {
      const { id, name, version } = ticket;
      try {
        const moved = await updateTicket(id, version, { status });
        outcome.done.push({ name, status: moved.status });
      } catch (error) {
        outcome.refused.push({ name, why: reason(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}

function reason(error: unknown): string {
  const items = error instanceof ProblemError ? error.errors : [];
  return items.length > 0 ? items.map(sentence).join(' ') : explain(error);
}

/** The outcome in a sentence. */
export function summary({ done }: Outcome, to: ColumnKey): string | undefined {
  const [first] = done;
  if (!first) return undefined;
  const who = done.length === 1 ? first.name : `${done.length} tickets`;
  if (to === 'TRAFFICKING') return `${who} ${done.length === 1 ? 'is' : 'are'} queued.`;
  if (to !== 'QA_TESTING') return `${who} moved.`;
  const passed = done.filter((ticket) => ticket.status === 'READY_FOR_API').length;
  if (done.length === 1)
    return passed ? `Checks passed: ${first.name} is ready to deploy.` : `QA found errors in ${first.name}.`;
  return `Checks passed for ${passed} of ${done.length} tickets.`;
}
