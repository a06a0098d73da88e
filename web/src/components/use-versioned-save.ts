'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Topic } from '@/api/invalidate';
import { ProblemError } from '@/api/problem';
import type { Conflict } from './conflict-dialog';

interface Versioned {
  id: string;
  version: number;
}

interface Options<Entity extends Versioned, Change extends object> {
  topic: Topic;
  /** The name of the changed entity, such as `the brand Disney`. */
  what: (entity: Entity) => string;
  labels: { [Field in keyof Change]?: string };
  get: (id: string) => Promise<Entity>;
  update: (id: string, version: number, change: Change) => Promise<Entity>;
}

/** Saves a change to the version that the person saw. If it has changed since, `conflict` has both versions. */
export function useVersionedSave<Entity extends Versioned, Change extends object>(
  options: Options<Entity, Change>,
) {
  const { topic, what, labels, get, update } = options;
  const client = useQueryClient();
  const [conflict, setConflict] = useState<Conflict>();

  /** Returns true if it was saved; otherwise there is a conflict to decide. */
  const attempt = async (entity: Entity, change: Change): Promise<boolean> => {
    let saved = true;
    try {
      await update(entity.id, entity.version, change);
    } catch (error) {
      if (!(error instanceof ProblemError && error.isStale)) throw error;
      saved = false;
      const now = await get(entity.id);
      setConflict({
        what: what(entity),
        fields: Object.entries(change).map(([field, yours]) => ({
          label: labels[field as keyof Change] ?? field,
          yours: text(yours),
          theirs: text((now as unknown as Record<string, unknown>)[field]),
        })),
        applyYours: () => attempt(now, change),
      });
    }
    await client.invalidateQueries({ queryKey: [topic] });
    return saved;
  };
  const save = async (entity: Entity, change: Change): Promise<void> => void (await attempt(entity, change));
  return { save, conflict, dismiss: () => setConflict(undefined) };
}

function text(value: unknown): string {
  if (value === true || value === false) return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.join(', ') || '–';
  return value === null || value === undefined || value === '' ? '–' : String(value);
}
