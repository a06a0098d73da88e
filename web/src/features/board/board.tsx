'use client';

import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useCallback, useMemo, useState } from 'react';
import type { ColumnKey } from '@/api/queries/board';
import { BoardColumn } from './board-column';
import { CardBody, CardHead, CardName } from './card-view';
import { type Card, COLUMNS, isColumn } from './columns';
import { ANNOUNCEMENTS, byColumn, draggedOf, INSTRUCTIONS, overColumn } from './drag';
import { followCard } from './focus';
import { RefusalsDialog } from './refusals-dialog';
import { SelectionBar } from './selection-bar';
import type { ColumnData } from './use-board';
import { useMoves } from './use-moves';
import { usePulse } from './use-pulse';

interface BoardProps {
  columns: Record<ColumnKey, ColumnData>;
  onOpen: (id: string) => void;
}

const NONE: ReadonlyMap<string, Card> = new Map();

/** The columns, and everything that moves cards between them. */
export function Board({ columns, onOpen }: BoardProps) {
  const { moving, start, refusals, dismiss } = useMoves();
  const pulsing = usePulse();
  const [selected, setSelected] = useState(NONE);
  const [dragged, setDragged] = useState<Card>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A short touch opens a card and a swipe scrolls; holding it picks it up.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: byColumn,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  );
  const onSelect = useCallback((cards: readonly Card[], on?: boolean) => {
    setSelected((now) => {
      const next = new Map(now);
      for (const card of cards) {
        if (on ?? !next.has(card.id)) next.set(card.id, card);
        else next.delete(card.id);
      }
      return next;
    });
  }, []);
  // An action uses the current version of a selected card that moved meanwhile.
  const current = useMemo(() => {
    const known = new Map(
      Object.values(columns).flatMap(({ cards }) => cards.map((card) => [card.id, card])),
    );
    return [...selected.values()].map((card) => known.get(card.id) ?? card);
  }, [columns, selected]);
  const act = async (cards: readonly Card[], to: ColumnKey) => {
    await start(cards, to);
    const [only] = cards;
    if (only && cards.length === 1) followCard(only.id);
    setSelected(NONE);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={overColumn}
      // Only near the edge: otherwise the columns run away from under the pointer.
      autoScroll={{ threshold: { x: 0.06, y: 0.1 }, acceleration: 5 }}
      accessibility={{ announcements: ANNOUNCEMENTS, screenReaderInstructions: INSTRUCTIONS }}
      onDragStart={({ active }) => setDragged(draggedOf(active.data.current)?.card)}
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={({ active, over }) => {
        setDragged(undefined);
        const from = draggedOf(active.data.current);
        if (!from || !isColumn(over?.id) || over.id === from.column) return;
        void act(selected.has(from.card.id) ? current : [from.card], over.id);
      }}
    >
      <div
        data-dragging={dragged ? '' : undefined}
        className="flex min-h-0 flex-1 gap-1.5 overflow-x-auto px-6 pb-5"
      >
        {COLUMNS.map(({ key, label }) => (
          <BoardColumn
            key={key}
            id={key}
            label={label}
            data={columns[key]}
            moving={moving}
            selected={selected}
            pulsing={pulsing}
            onOpen={onOpen}
            onSelect={onSelect}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && <Ghost card={dragged} count={selected.has(dragged.id) ? selected.size : 1} />}
      </DragOverlay>
      {selected.size > 0 && (
        <SelectionBar
          count={selected.size}
          busy={moving.size > 0}
          onQa={() => void act(current, 'QA_TESTING')}
          onDeploy={() => void act(current, 'TRAFFICKING')}
          onClear={() => setSelected(NONE)}
        />
      )}
      {refusals.length > 0 && <RefusalsDialog refused={refusals} onClose={dismiss} />}
    </DndContext>
  );
}

/** The card at the pointer during a drag. */
function Ghost({ card, count }: { card: Card; count: number }) {
  return (
    <div className="relative flex h-full cursor-grabbing flex-col gap-1 rounded-lg border border-gold-solid bg-raised p-2 shadow-pop">
      <CardHead card={card} />
      <CardName name={card.name} />
      <CardBody card={card} busy={false} />
      {count > 1 && (
        <span className="num absolute -top-2 -right-2 rounded-full bg-gold-solid px-2 font-semibold text-on-gold text-xs">
          {count}
        </span>
      )}
    </div>
  );
}
