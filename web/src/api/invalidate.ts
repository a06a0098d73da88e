import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from './live';

/** The first parts of all query keys. A key is `[topic, 'list' | 'detail' | …, …]`. */
export type Topic =
  | 'markets'
  | 'brands'
  | 'channels'
  | 'campaigns'
  | 'tickets'
  | 'deployments'
  | 'accounts'
  | 'jobs'
  | 'qa'
  | 'events'
  | 'platforms';

const TOPICS: Record<string, readonly Topic[]> = {
  market: ['markets'],
  brand: ['brands'],
  channel: ['channels'],
  campaign: ['campaigns'],
  ticket: ['tickets'],
  // An account's number of deployments changes with them, and a ticket shows its active one.
  deployment: ['deployments', 'accounts', 'tickets'],
  account: ['accounts', 'deployments'],
  job: ['jobs'],
  qa_policy: ['qa'],
};

/** The topics that an event may have changed. */
export function topicsOf(event: Pick<LiveEvent, 'type'>): readonly Topic[] {
  const [noun = ''] = event.type.split('.');
  return [...(TOPICS[noun] ?? []), 'events'];
}

/** Events come in bursts (a bulk deployment has hundreds): this is the shortest time between two refetches. */
const INTERVAL_MS = 250;

/** Collects topics and refetches their queries, each at most once per interval and never while it is being fetched. */
export class Invalidator {
  #client: QueryClient;
  #topics = new Set<Topic>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  add(topics: readonly Topic[]): void {
    for (const topic of topics) this.#topics.add(topic);
    // The first event after a pause shows at once.
    if (this.#timer === undefined) this.#flush();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush(): void {
    for (const topic of this.#topics) {
      // Repeated cancelling would keep a running fetch from ever ending.
      if (this.#client.isFetching({ queryKey: [topic] }) > 0) continue;
      this.#topics.delete(topic);
      void this.#client.invalidateQueries({ queryKey: [topic] });
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#topics.size > 0) this.#flush();
    }, INTERVAL_MS);
  }
}
