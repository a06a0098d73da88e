/** A value of a ticket's configuration. */
export type Json = unknown;
export type JsonObject = { readonly [key: string]: Json };
/** The place of a value: keys of objects and indexes of lists. */
export type Path = readonly (string | number)[];

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined if there is none. */
export function valueAt(root: Json, path: Path): Json {
  let value = root;
  for (const part of path) {
    if (typeof part === 'number') value = Array.isArray(value) ? value[part] : undefined;
    else value = isObject(value) ? value[part] : undefined;
  }
  return value;
}

/**
 * The root with another value at a path. Undefined removes the value, and also objects that become empty: an
 * empty object would be sent to the platform unintentionally. Items of a list stay where they are.
 */
export function withValue(root: JsonObject, path: Path, value: Json): JsonObject {
  const next = set(root, path, value);
  return isObject(next) ? next : {};
}

function set(node: Json, path: Path, value: Json): Json {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (typeof part === 'number') return setItem(Array.isArray(node) ? node : [], part, rest, value);
  const object = isObject(node) ? node : {};
  const inner = set(object[part], rest, value);
  const { [part]: _, ...others } = object;
  if (inner !== undefined)
    return part in object ? { ...object, [part]: inner } : { ...others, [part]: inner };
  return Object.keys(others).length > 0 ? others : undefined;
}

function setItem(list: readonly Json[], index: number, rest: Path, value: Json): Json {
  const inner = set(list[index], rest, value);
  // Items are removed at the item itself; an item that lost its last field is still an item.
  if (inner === undefined && rest.length === 0) {
    const others = list.filter((_, at) => at !== index);
    return others.length > 0 ? others : undefined;
  }
  const next = [...list];
  next[index] = inner ?? {};
  return next;
}

/** A path as a JSON pointer within a ticket. */
export function pointerOf(path: Path): string {
  const escaped = (part: string | number) => String(part).replace(/~/g, '~0').replace(/\//g, '~1');
  return ['/payload_config', ...path.map(escaped)].join('/');
}

/** The path of a ticket's JSON pointer; undefined if it points outside of the configuration. */
export function pathOf(pointer: string): Path | undefined {
  const [, first, ...parts] = pointer.split('/');
  if (first !== 'payload_config') return undefined;
  return parts.map((part) =>
    /^\d+$/.test(part) ? Number(part) : part.replace(/~1/g, '/').replace(/~0/g, '~'),
  );
}

/** True if a pointer equals another one or is inside of it. */
export function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}
