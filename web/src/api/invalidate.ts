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
  // How much an account has to do changes with its deployments, and a ticket shows the one that is under way.
  deployment: ['deployments', 'accounts', 'tickets'],
  account: ['accounts', 'deployments'],
  job: ['jobs'],
  qa_policy: ['qa'],
};

/** What may be old after an event. */
export function topicsOf(event: Pick<LiveEvent, 'type'>): readonly Topic[] {
  const [noun = ''] = event.type.split('.');
  return [...(TOPICS[noun] ?? []), 'events'];
}

/** Events come in bursts (a bulk deployment is hundreds): what is on screen is read anew so often at most. */
const INTERVAL_MS = 250;

/** Collects topics and has their queries read anew, each at most once an interval and never while it is being read. */
export class Invalidator {
  #client: QueryClient;
  #topics = new Set<Topic>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  add(topics: readonly Topic[]): void {
    for (const topic of topics) this.#topics.add(topic);
    // The first event of a quiet time shows at once.
    if (this.#timer === undefined) this.#flush();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush(): void {
    for (const topic of this.#topics) {
      // Cutting a running read short again and again would let it never end.
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
