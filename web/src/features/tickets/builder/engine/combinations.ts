import { isObject, type Json, type JsonObject } from './json';

/** A row of a platform's table of combinations: the possible values of some fields together. */
type Row = ReadonlyMap<string, readonly Json[]>;

/** All rows of a document of `/combinations`; lists of other things than objects are not rows. */
function rowsOf(document: Json): Row[] {
  if (!isObject(document)) return [];
  return Object.values(document).flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject).map((row) => new Map(Object.entries(row).map(column))) : [],
  );
}

function column([key, value]: [string, Json]): [string, readonly Json[]] {
  const values = Array.isArray(value) ? value : [value];
  return [key, values.filter((item) => item !== null)];
}

/** The names of a field in a table: its own name or an alias, for one value or for several. */
function namesOf(key: string, aliases: readonly string[]): string[] {
  return [key, ...aliases].flatMap((name) => [name, `${name}s`]);
}

interface Named {
  key: string;
  aliases: readonly string[];
}

/**
 * The values of a field that fit the other choices; undefined if the tables do not contain it. A row counts
 * if it contradicts none of the choices.
 */
export function fitting(
  document: Json,
  field: Named,
  others: readonly Named[],
  chosen: JsonObject,
): ReadonlySet<Json> | undefined {
  const own = namesOf(field.key, field.aliases);
  const rows = rowsOf(document).filter((row) => own.some((name) => row.has(name)));
  if (rows.length === 0) return undefined;
  const agrees = (row: Row) =>
    others.every((other) => {
      const name = namesOf(other.key, other.aliases).find((candidate) => row.has(candidate));
      const value = chosen[other.key] ?? other.aliases.map((alias) => chosen[alias]).find(Boolean);
      const allowed = name && other.key !== field.key ? row.get(name) : undefined;
      return !allowed?.length || value === undefined || typeof value === 'object' || allowed.includes(value);
    });
  const values = rows.filter(agrees).flatMap((row) => own.flatMap((name) => row.get(name) ?? []));
  return values.length > 0 ? new Set(values) : undefined;
}
