'use client';

import { useDraggable } from '@dnd-kit/core';
import { type KeyboardEvent, memo } from 'react';
import type { ColumnKey } from '@/api/queries/board';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/lib/cn';
import { CardBody, CardHead, CardName } from './card-view';
import type { Card } from './columns';

interface BoardCardProps {
  card: Card;
  column: ColumnKey;
  /** True if Tab leads to it; the arrow keys lead to the others. */
  reachable: boolean;
  busy: boolean;
  selected: boolean;
  pulses: boolean;
  onOpen: (id: string) => void;
  onSelect: (card: Card) => void;
}

/** One ticket on the board. A click or Enter opens it; the pointer, a long touch or Space picks it up. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, column, reachable, busy, selected, pulses, onOpen, onSelect } = props;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: card.id,
    data: { card, column },
    disabled: busy,
  });
  const { onKeyDown, ...pointer } = listeners ?? {};
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'x') onSelect(card);
    if (event.code === 'Space') onKeyDown?.(event);
  };
  return (
    <div
      ref={setNodeRef}
      {...pointer}
      className={cn(
        'group relative flex h-full touch-manipulation select-none flex-col gap-1 rounded-lg border bg-raised p-2 hover:border-line-strong',
        selected && 'border-gold-solid bg-gold-wash',
        isDragging && 'opacity-40',
        pulses && 'animate-pulse-live',
      )}
    >
      <CardHead card={card}>
        <Checkbox
          aria-label={`Select ${card.name}`}
          checked={selected}
          tabIndex={reachable ? 0 : -1}
          onCheckedChange={() => onSelect(card)}
          className={cn(
            'relative z-10 pointer-coarse:size-5',
            !selected && 'opacity-60 group-hover:opacity-100 focus-visible:opacity-100',
          )}
        />
      </CardHead>
      <button
        ref={setActivatorNodeRef}
        type="button"
        data-card={card.id}
        tabIndex={reachable ? 0 : -1}
        aria-roledescription="movable card"
        aria-describedby={attributes['aria-describedby']}
        onClick={() => onOpen(card.id)}
        onKeyDown={keyDown}
        // Space picks the card up; letting it go must not open the card.
        onKeyUp={(event) => event.code === 'Space' && event.preventDefault()}
        className="text-left after:absolute after:inset-0 after:rounded-lg"
      >
        <CardName name={card.name} />
      </button>
      <CardBody card={card} busy={busy} />
    </div>
  );
});
