import type { Schema } from './client';

export type LiveEvent = Schema<'Event'>;

/** `waiting` counts down to `retryAt`; `idle` is before the first try and after `stop`. */
export type LiveState =
  | { kind: 'idle' }
  | { kind: 'connecting' }
  | { kind: 'open' }
  | { kind: 'waiting'; retryAt: number; failures: number };

/** The feed's view of the outside, so that tests control time and sockets. */
interface Outside {
  url: (after: number | undefined) => string;
  open: (url: string) => WebSocket;
  now: () => number;
  random: () => number;
}

const FIRST_DELAY_MS = 500;
/** A longer delay would keep a person waiting after a restart; a shorter one would overload a dead server. */
const LONGEST_DELAY_MS = 15_000;

/** The delay after this many failures in a row: doubled, capped, and spread so that not all tabs return at once. */
export function delayAfter(failures: number, random: number): number {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1));
  return whole / 2 + (whole / 2) * random;
}

/** The live feed: connects, reconnects by itself, and resumes after the last event that it saw. */
export class LiveFeed {
  #outside: Outside;
  #state: LiveState = { kind: 'idle' };
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #after: number | undefined;
  #stateListeners = new Set<() => void>();
  #eventListeners = new Set<(event: LiveEvent) => void>();
  #openListeners = new Set<() => void>();

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Calls back on every change of `state`; returns a function that ends that. */
  onState(listener: () => void): () => void {
    return subscribe(this.#stateListeners, listener);
  }

  onEvent(listener: (event: LiveEvent) => void): () => void {
    return subscribe(this.#eventListeners, listener);
  }

  /** Calls back at each opened connection: data from before may be old. */
  onOpen(listener: () => void): () => void {
    return subscribe(this.#openListeners, listener);
  }

  /** Connects, unless it already does; also ends a wait early. */
  start(): void {
    if (this.#socket) return;
    clearTimeout(this.#timer);
    this.#connect();
  }

  stop(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#become({ kind: 'idle' });
  }

  #connect(): void {
    const socket = this.#outside.open(this.#outside.url(this.#after));
    this.#socket = socket;
    this.#become({ kind: 'connecting' });
    // A former socket may still send messages: they are ignored.
    const ours = () => this.#socket === socket;
    socket.onopen = () => {
      if (!ours()) return;
      this.#failures = 0;
      this.#become({ kind: 'open' });
      for (const listener of this.#openListeners) listener();
    };
    socket.onmessage = (message) => {
      if (ours()) this.#receive(message.data);
    };
    socket.onclose = () => {
      if (ours()) this.#wait();
    };
  }

  #receive(text: unknown): void {
    const event: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    if (!isEvent(event)) return;
    // After a reconnect the server may repeat events.
    if (this.#after !== undefined && event.seq <= this.#after) return;
    this.#after = event.seq;
    for (const listener of this.#eventListeners) listener(event);
  }

  #wait(): void {
    this.#socket = undefined;
    this.#failures += 1;
    const delay = delayAfter(this.#failures, this.#outside.random());
    this.#timer = setTimeout(() => this.#connect(), delay);
    this.#become({ kind: 'waiting', retryAt: this.#outside.now() + delay, failures: this.#failures });
  }

  #become(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function isEvent(event: unknown): event is LiveEvent {
  return (
    typeof event === 'object' && event !== null && 'seq' in event && 'type' in event && 'subject' in event
  );
}

/** The feed of the page's own server. */
export function browserFeed(): LiveFeed {
  return new LiveFeed({
    url: (after) => {
      const url = new URL('/api/v1/ws', window.location.href);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      if (after !== undefined) url.searchParams.set('after', String(after));
      return url.href;
    },
    open: (url) => new WebSocket(url),
    now: Date.now,
    random: Math.random,
  });
}
