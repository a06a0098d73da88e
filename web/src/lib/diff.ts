/** One changed field. `before` is absent in a new thing, `after` in a deleted one. */
export interface Difference {
  path: string;
  before?: unknown;
  after?: unknown;
}

/** Fields that change with every edit are not shown. */
const SILENT = new Set(['version', 'updated_at']);

/** The differences between two values, field by field, sorted by name. */
function diff(before: unknown, after: unknown): Difference[] {
  return compare('', before, after);
}

function compare(path: string, before: unknown, after: unknown): Difference[] {
  if (Object.is(before, after)) return [];
  const left = fieldsOf(before);
  const right = fieldsOf(after);
  // Added and removed things are listed by their fields, too.
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

/** The differences between before and after in an event. A value that was empty and still is does not count. */
export function differencesOf(data: unknown): Difference[] {
  const told = fieldsOf(data);
  return diff(fieldsOf(told?.before), fieldsOf(told?.after)).filter(
    (d) => (d.before ?? null) !== (d.after ?? null),
  );
}
