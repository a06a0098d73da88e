import { isObject, type JsonObject } from './json';
import { type JsonSchema, type PublishedSchema, resolve, valuesOf } from './schema';

interface Objectives {
  /** The field of the objective; undefined if a request has none. */
  key: string | undefined;
  /** The other names of that field. */
  aliases: readonly string[];
  options: readonly string[];
}

/** The objectives of a request type: the field whose only value differs from schema to schema. */
export function objectivesOf(schemas: readonly PublishedSchema[], requestType: string): Objectives {
  const named = schemas.filter((entry) => entry.request_type === requestType && entry.objective !== null);
  const options = named.map((entry) => entry.objective ?? '');
  const [first] = named;
  const field = Object.entries(first?.schema.properties ?? {}).find(([, property]) => {
    const values = valuesOf(resolve(first?.schema ?? {}, property));
    return values?.length === 1 && values[0] === first?.objective;
  });
  return { key: field?.[0], aliases: field?.[1]['x-aliases'] ?? [], options };
}

/** The objective of a configuration. */
export function objectiveIn({ key, aliases, options }: Objectives, payload: JsonObject): string | undefined {
  const named = [key, ...aliases].map((name) => (name ? payload[name] : undefined));
  return options.find((option) => named.includes(option));
}

/** The schema that checks a configuration, if it is known already. */
export function schemaFor(
  schemas: readonly PublishedSchema[],
  requestType: string,
  payload: JsonObject,
): JsonSchema | undefined {
  const objective = objectiveIn(objectivesOf(schemas, requestType), payload) ?? null;
  return schemas.find((entry) => entry.request_type === requestType && entry.objective === objective)?.schema;
}

export function isPublished(entry: unknown): entry is PublishedSchema {
  return isObject(entry) && typeof entry.request_type === 'string' && isObject(entry.schema);
}
