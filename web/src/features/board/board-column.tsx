'use client';

import { useDroppable } from '@dnd-kit/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { explain } from '@/api/problem';
import type { ColumnKey } from '@/api/queries/board';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import { BoardCard } from './board-card';
import { type Card, withMoves } from './columns';
import { focusBeside } from './focus';
import type { ColumnData } from './use-board';

/** With the gap below it; all cards have the same height, so the list need not measure them. */
const CARD_HEIGHT = 140;
const READ_AHEAD = 15;

interface BoardColumnProps {
  id: ColumnKey;
  label: string;
  data: ColumnData;
  moving: ReadonlyMap<string, { card: Card; to: ColumnKey }>;
  selected: ReadonlyMap<string, Card>;
  pulsing: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onSelect: (cards: readonly Card[], on?: boolean) => void;
}

/** One column: only the visible cards are in the document, and only the pages scrolled to were loaded. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { id, label, data, moving, selected, pulsing, onOpen, onSelect } = props;
  const { setNodeRef, isOver } = useDroppable({ id });
  const cards = useMemo(() => withMoves(id, data.cards, moving), [id, data.cards, moving]);
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const reachable = Math.min(current, Math.max(0, cards.length - 1));
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 3,
    // The card that Tab leads to is always rendered.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), reachable])]
        .filter((at) => at < cards.length)
        .sort((a, b) => a - b),
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = data;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= cards.length - READ_AHEAD) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, cards.length]);

  const goTo = (index: number) => {
    setCurrent(index);
    virtual.scrollToIndex(index);
    const card = cards[index];
    requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(`[data-card="${card?.id}"]`)
        ?.focus({ preventScroll: true });
    });
  };
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    // A card that is picked up uses the arrows itself.
    if (event.defaultPrevented || scroller.current?.closest('[data-dragging]')) return;
    const step = { ArrowUp: -1, ArrowDown: 1, Home: -cards.length, End: cards.length }[event.key];
    if (step !== undefined && cards.length > 0) {
      event.preventDefault();
      goTo(Math.max(0, Math.min(cards.length - 1, reachable + step)));
    }
    if (event.key === 'ArrowLeft') focusBeside(event.currentTarget, -1);
    if (event.key === 'ArrowRight') focusBeside(event.currentTarget, 1);
  };
  const select = useCallback((card: Card) => onSelect([card]), [onSelect]);
  const chosen = cards.filter((card) => selected.has(card.id)).length;
  const total =
    data.total === undefined ? undefined : Math.max(data.total + cards.length - data.cards.length, 0);
  return (
    <section
      ref={setNodeRef}
      aria-label={label}
      data-column={id}
      onKeyDown={keyDown}
      className={cn(
        'flex min-h-0 min-w-52 flex-1 flex-col lg:min-w-38 rounded-xl border bg-panel transition-colors',
        isOver && 'border-gold-solid bg-gold-wash',
      )}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 border-b px-2.5">
        <Checkbox
          aria-label={`Select all ${cards.length} in ${label}`}
          disabled={cards.length === 0}
          checked={chosen === 0 ? false : chosen === cards.length ? true : 'indeterminate'}
          onCheckedChange={() => onSelect(cards, chosen < cards.length)}
        />
        <h2 className="min-w-0 flex-1 truncate font-semibold">{label}</h2>
        <span className="num rounded-full bg-idle-wash px-2 font-medium text-2xs text-ink-soft">
          {total === undefined ? '…' : total.toLocaleString('en')}
          <span className="sr-only"> tickets</span>
        </span>
      </header>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto p-1.5">
        {data.isPending && <Waiting />}
        {data.error && data.cards.length === 0 && (
          <div role="alert" className="flex flex-col items-start gap-2 p-2 text-ink-soft text-xs">
            {explain(data.error)}
            <Button size="sm" onClick={data.refetch}>
              Try again
            </Button>
          </div>
        )}
        {!data.isPending && !data.error && cards.length === 0 && (
          <p className="p-2 text-center text-ink-faint text-xs">Nothing here</p>
        )}
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const card = cards[item.index];
            if (!card) return null;
            return (
              <li
                key={item.key}
                aria-posinset={item.index + 1}
                aria-setsize={total ?? -1}
                className="absolute inset-x-0 top-0 pb-1.5"
                style={{ height: CARD_HEIGHT, transform: `translateY(${item.start}px)` }}
                onFocus={() => setCurrent(item.index)}
              >
                <BoardCard
                  card={card}
                  column={id}
                  reachable={item.index === reachable}
                  busy={moving.has(card.id)}
                  selected={selected.has(card.id)}
                  pulses={pulsing.has(card.id)}
                  onOpen={onOpen}
                  onSelect={select}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
});

function Waiting() {
  return ['a', 'b', 'c'].map((key) => <Skeleton key={key} className="mb-1.5 h-33 rounded-lg" />);
}
