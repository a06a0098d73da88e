/** All kinds of events, by what they happen to. The API has no list of them. */
const HAPPENINGS: Record<string, readonly string[]> = {
  market: ['created', 'changed', 'deleted'],
  brand: ['created', 'changed', 'deleted'],
  channel: ['created', 'changed', 'deleted'],
  campaign: ['created', 'changed', 'deleted'],
  ticket: ['created', 'changed', 'status_changed', 'deleted'],
  deployment: ['accepted', 'started', 'waiting', 'cancelled', 'ended'],
  account: ['parked', 'freed'],
  qa_policy: ['changed'],
};

export const EVENT_TYPES: readonly { value: string; label: string }[] = Object.entries(HAPPENINGS).flatMap(
  ([noun, verbs]) =>
    verbs.map((verb) => ({ value: `${noun}.${verb}`, label: eventLabel(`${noun}.${verb}`) })),
);

/** `ticket.status_changed` as `Ticket status changed`. */
export function eventLabel(type: string): string {
  const words = type.replace('qa_policy', 'QA rules').replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
