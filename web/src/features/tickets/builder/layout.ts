import { type Field, fieldOf, fieldsOf, withStrays } from './engine/fields';
import { type JsonObject, pathOf } from './engine/json';
import type { objectivesOf } from './engine/objectives';
import type { JsonSchema } from './engine/schema';
import { byStep, type PayloadStep } from './engine/steps';

/** The fields of the form, and the step of each. */
export interface Layout {
  root: JsonSchema;
  all: readonly Field[];
  steps: Record<PayloadStep, readonly Field[]>;
}

/**
 * Before its objective is known, a request has one field: the objective. After that it stays a choice of all
 * objectives, although each one's own schema contains only itself.
 */
export function layoutOf(
  root: JsonSchema | undefined,
  objectives: ReturnType<typeof objectivesOf>,
  payload: JsonObject,
): Layout {
  const { key, options } = objectives;
  const known = root ? fieldsOf(root, root) : [];
  const own = known.find((field) => field.key === key);
  const objective =
    key === undefined
      ? undefined
      : {
          ...fieldOf({}, key, { ...own?.schema, title: 'Objective', enum: options }, true),
          aliases: objectives.aliases,
        };
  const fields = objective ? [objective, ...known.filter((field) => field.key !== key)] : known;
  const all = withStrays(fields, root ?? {}, payload);
  return { root: root ?? {}, all, steps: byStep(all, payload) };
}

/** The step of a pointer's field. */
export function stepAt(layout: Layout, pointer: string): string {
  const path = pathOf(pointer);
  if (!path) return 'where';
  const names = Object.entries(layout.steps);
  return names.find(([, fields]) => fields.some((field) => field.key === path[0]))?.[0] ?? 'what';
}
