/** One field that is not as it was. `before` is absent where the thing is new, `after` where it is gone. */
export interface Difference {
  path: string;
  before?: unknown;
  after?: unknown;
}

/** What grows by itself with every change says nothing. */
const SILENT = new Set(['version', 'updated_at']);

/** What is different between two values, field by field, in the order of their names. */
function diff(before: unknown, after: unknown): Difference[] {
  return compare('', before, after);
}

function compare(path: string, before: unknown, after: unknown): Difference[] {
  if (Object.is(before, after)) return [];
  const left = fieldsOf(before);
  const right = fieldsOf(after);
  // A thing that came or went is told by its fields, too.
  if ((left ?? before === undefined) && (right ?? after === undefined) && (left || right)) {
    const names = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])].sort();
    return names
      .filter((name) => !SILENT.has(name))
      .flatMap((name) => compare(path ? `${path}.${name}` : name, left?.[name], right?.[name]));
  }
  if (sameText(before, after)) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function sameText(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** What an event says of before and after. What was nothing and is nothing still is no difference. */
export function differencesOf(data: unknown): Difference[] {
  const told = fieldsOf(data);
  return diff(fieldsOf(told?.before), fieldsOf(told?.after)).filter(
    (d) => (d.before ?? null) !== (d.after ?? null),
  );
}
