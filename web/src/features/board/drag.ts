import {
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  pointerWithin,
  rectIntersection,
} from '@dnd-kit/core';
import { type Card, isColumn, labelOf, neighbour, promiseOf } from './columns';

interface Dragged {
  card: Card;
  column: string;
}

/** The data of a draggable of the board. */
export function draggedOf(data: unknown): Dragged | undefined {
  return typeof data === 'object' && data !== null && 'card' in data ? (data as Dragged) : undefined;
}

/** A card is over the column of the pointer; during a move by keyboard there is no pointer. */
export const overColumn: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args);

/** The arrow keys move a card from column to column. */
export const byColumn: KeyboardCoordinateGetter = (event, { context }) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.code] as -1 | 1 | undefined;
  if (!step) return undefined;
  event.preventDefault();
  const { over, active, droppableRects, collisionRect } = context;
  const next = neighbour(over?.id ?? draggedOf(active?.data.current)?.column, step);
  const rect = next && droppableRects.get(next);
  if (!rect || !collisionRect) return undefined;
  return { x: rect.left + (rect.width - collisionRect.width) / 2, y: rect.top + 48 };
};

function nameOf(active: { data: { current?: unknown } }): string {
  return draggedOf(active.data.current)?.card.name ?? 'The ticket';
}

/** The announcements for screen readers while a card is moved. */
export const ANNOUNCEMENTS: Announcements = {
  onDragStart: ({ active }) => `Picked up ${nameOf(active)}.`,
  onDragOver: ({ active, over }) =>
    isColumn(over?.id) ? `${nameOf(active)} is over ${labelOf(over?.id)}. ${promiseOf(over.id)}` : undefined,
  onDragEnd: ({ active, over }) =>
    over ? `${nameOf(active)} was dropped on ${labelOf(over.id)}.` : `${nameOf(active)} was not moved.`,
  onDragCancel: ({ active }) => `${nameOf(active)} was not moved.`,
};

export const INSTRUCTIONS = {
  draggable:
    'Enter opens the ticket. Space picks it up; then the left and right arrow keys choose a column, Space drops it there, and Escape puts it back. The arrow keys go from card to card, and X selects one.',
};
