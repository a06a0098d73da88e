import { isObject, type JsonObject } from './json';

/** The part of a JSON Schema that this form uses; the server handles the rest. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: JsonSchema };
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: { readonly [key: string]: JsonSchema };
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly 'x-unit'?: string;
  readonly 'x-kind'?: string;
  readonly 'x-step'?: string;
  readonly 'x-order'?: number;
  readonly 'x-usual'?: readonly unknown[];
  readonly 'x-common'?: readonly unknown[];
  readonly 'x-aliases'?: readonly string[];
}

/** One schema as the API publishes it. */
export interface PublishedSchema {
  request_type: string;
  objective: string | null;
  schema: JsonSchema;
}

/** A schema with its reference resolved; keywords beside the reference take precedence. */
export function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  let resolved = schema;
  // A chain of references is short; a cycle would be an error of the schema and must not block the page.
  for (let steps = 0; resolved.$ref && steps < 8; steps += 1) {
    const { $ref, ...own } = resolved;
    resolved = { ...root.$defs?.[$ref.replace('#/$defs/', '')], ...own };
  }
  return resolved;
}

export function hasType(schema: JsonSchema, type: string): boolean {
  return Array.isArray(schema.type) ? schema.type.includes(type) : schema.type === type;
}

/** True if a schema only forbids the field. */
export function isForbidden(schema: JsonSchema): boolean {
  return isObject(schema.not as unknown) && Object.keys(schema.not as JsonObject).length === 0;
}

/** The values that a schema allows by name. */
export function valuesOf(schema: JsonSchema): readonly unknown[] | undefined {
  if (schema.enum) return schema.enum;
  return schema.const === undefined ? undefined : [schema.const];
}
