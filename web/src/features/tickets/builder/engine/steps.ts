import type { Field } from './fields';
import type { JsonObject } from './json';

/** The steps for a configuration; `where` comes before them, `review` after. */
export const PAYLOAD_STEPS = ['what', 'whom', 'budget', 'creative'] as const;
export type PayloadStep = (typeof PAYLOAD_STEPS)[number];

/** The step at which a field of the configuration is asked for, as its schema says; `what` where it does not. */
export function stepOf({ schema }: Field): PayloadStep {
  return PAYLOAD_STEPS.find((step) => step === schema['x-step']) ?? 'what';
}

/** The fields by step. The parts of a campaign are asked for only where the request needs them, or has them already. */
export function byStep(fields: readonly Field[], payload: JsonObject): Record<PayloadStep, Field[]> {
  const steps: Record<PayloadStep, Field[]> = { what: [], whom: [], budget: [], creative: [] };
  for (const field of fields) {
    const step = stepOf(field);
    if (step === 'creative' && !field.required && payload[field.key] === undefined) continue;
    steps[step].push(field);
  }
  return steps;
}

/** A field's place, as its schema says: nearly every request of its kind needs it. Other fields are added where they are needed. */
const placeOf = ({ schema }: Field) => schema['x-order'] ?? Number.POSITIVE_INFINITY;

/** True if a field is on the form from the beginning. */
export function isCommon(field: Field): boolean {
  return field.required || field.kind === 'ticket' || field.schema['x-order'] !== undefined;
}

/** The fields in the order in which a planner fills them in. */
export function inOrder(fields: readonly Field[]): Field[] {
  return [...fields].sort((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)];
    return first === second ? 0 : first - second;
  });
}
