import type { Schema } from '@/api/client';
import { explain } from '@/api/problem';
import type { Outcome } from './refusals';

/** The number of requests at a time: fast enough, and other people's requests are not delayed. */
const AT_ONCE = 6;

/** Does the same with many deployments; a refusal does not stop the others. */
export async function actOnMany(
  deployments: readonly Pick<Schema<'Deployment'>, 'id' | 'ticket_id'>[],
  act: (id: string) => Promise<unknown>,
): Promise<Outcome> {
  const outcome: Outcome = { accepted: 0, refused: [] };
  const waiting = [...deployments];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await act(next.id);
        outcome.accepted += 1;
      } catch (error) {
        outcome.refused.push({ ticketId: next.ticket_id, message: explain(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}
