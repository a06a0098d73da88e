'use client';

import { useSyncExternalStore } from 'react';

/** One clock for all users of the same pace: a table of times must not keep a timer per row. */
class Ticker {
  now = Date.now();
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly everyMs: number) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.#tick();
      this.#timer = setInterval(() => this.#tick(), this.everyMs);
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearInterval(this.#timer);
    };
  };

  readonly read = () => this.now;

  #tick() {
    this.now = Date.now();
    for (const listener of this.#listeners) listener();
  }
}

const tickers = new Map<number, Ticker>();

/** The current time, updated at this interval. */
export function useNow(everyMs: number): number {
  const ticker = tickers.get(everyMs) ?? new Ticker(everyMs);
  tickers.set(everyMs, ticker);
  return useSyncExternalStore(ticker.subscribe, ticker.read, ticker.read);
}
