import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { delayAfter, LiveFeed } from './live';

class FakeSocket {
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  closed = false;

  constructor(readonly url: string) {}

  close() {
    this.closed = true;
  }

  says(seq: number) {
    this.onmessage?.({ data: JSON.stringify({ seq, type: 'ticket.created', subject: 'tickets/1' }) });
  }
}

function feedWithSockets() {
  const sockets: FakeSocket[] = [];
  const feed = new LiveFeed({
    url: (after) => `ws://x/?after=${after ?? 'now'}`,
    open: (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    now: () => 1_000_000,
    random: () => 1,
  });
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  };
  const seen: number[] = [];
  feed.onEvent((event) => seen.push(event.seq));
  return { feed, sockets, last, seen };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it resumes after the last event that it saw', () => {
  const { feed, sockets, last, seen } = feedWithSockets();
  feed.start();
  expect(last().url).toBe('ws://x/?after=now');
  last().onopen?.();
  expect(feed.state.kind).toBe('open');
  last().says(41);
  last().says(42);
  last().onclose?.();
  expect(feed.state).toEqual({ kind: 'waiting', retryAt: 1_000_500, failures: 1 });
  vi.advanceTimersByTime(500);
  expect(sockets).toHaveLength(2);
  expect(last().url).toBe('ws://x/?after=42');
  last().says(42);
  last().says(43);
  expect(seen).toEqual([41, 42, 43]);
});

test('it waits longer with each failure, and starts small again after a success', () => {
  const { feed, last } = feedWithSockets();
  feed.start();
  last().onclose?.();
  vi.advanceTimersByTime(500);
  last().onclose?.();
  expect(feed.state).toMatchObject({ kind: 'waiting', retryAt: 1_001_000, failures: 2 });
  vi.advanceTimersByTime(1000);
  last().onopen?.();
  last().onclose?.();
  expect(feed.state).toMatchObject({ failures: 1 });
});

test('start cuts the wait short and does not connect twice', () => {
  const { feed, sockets, last } = feedWithSockets();
  feed.start();
  last().onclose?.();
  feed.start();
  feed.start();
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(2);
});

test('after stop nothing arrives any more, and a late close opens nothing', () => {
  const { feed, sockets, last, seen } = feedWithSockets();
  feed.start();
  const socket = last();
  feed.stop();
  expect(socket.closed).toBe(true);
  socket.says(1);
  socket.onclose?.();
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual([]);
  expect(sockets).toHaveLength(1);
  expect(feed.state.kind).toBe('idle');
});

test('the wait doubles up to a cap, and the jitter is at most half of it', () => {
  expect([1, 2, 3, 4].map((failures) => delayAfter(failures, 1))).toEqual([500, 1000, 2000, 4000]);
  expect(delayAfter(2, 0)).toBe(500);
  expect(delayAfter(100, 1)).toBe(15_000);
});
