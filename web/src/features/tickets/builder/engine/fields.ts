import { isObject, type Json } from './json';
import { hasType, isForbidden, type JsonSchema, resolve, valuesOf } from './schema';
import { humanize } from './words';

/** The kinds of controls. */
type Kind =
  | 'choice'
  | 'choices'
  | 'words'
  | 'countries'
  | 'country'
  | 'terms'
  | 'amount'
  | 'integer'
  | 'number'
  | 'text'
  | 'longtext'
  | 'time'
  | 'flag'
  | 'ticket'
  | 'group'
  | 'list'
  | 'raw';

/** One field of a form, according to a schema. */
export interface Field {
  key: string;
  kind: Kind;
  label: string;
  hint: string | undefined;
  required: boolean;
  schema: JsonSchema;
  /** The other names that the API accepts for it. */
  aliases: readonly string[];
}

/** The fields of an object, required ones first, otherwise in the order of the schema. */
export function fieldsOf(root: JsonSchema, object: JsonSchema): Field[] {
  const required = new Set(object.required);
  const fields = Object.entries(object.properties ?? {}).flatMap(([key, property]) => {
    const schema = resolve(root, property);
    return isForbidden(schema) ? [] : [fieldOf(root, key, schema, required.has(key))];
  });
  return fields.sort((a, b) => Number(b.required) - Number(a.required));
}

export function fieldOf(root: JsonSchema, key: string, schema: JsonSchema, required: boolean): Field {
  return {
    key,
    kind: kindOf(root, key, schema),
    label: schema.title ?? humanize(key),
    hint: schema.description,
    required,
    schema,
    aliases: schema['x-aliases'] ?? [],
  };
}

/** A field of the configuration that the schema does not have. It is shown, so that it can be fixed or removed. */
function strayField(fields: readonly Field[], root: JsonSchema, key: string): Field {
  const meant = fields.find((field) => field.aliases.includes(key));
  if (!meant) return fieldOf(root, key, { title: key, description: 'Not a field of this request.' }, false);
  return {
    ...meant,
    key,
    label: `${meant.label} (${humanize(key).toLowerCase()})`,
    required: false,
    aliases: [],
  };
}

/** The fields. If the configuration uses another name of a field, that name replaces it. */
export function withStrays(fields: readonly Field[], root: JsonSchema, value: Json): Field[] {
  const said = isObject(value) ? value : {};
  const strays = Object.keys(said)
    .filter((key) => !fields.some((field) => field.key === key))
    .map((key) => strayField(fields, root, key));
  const renamed = ({ key, aliases }: Field) =>
    said[key] === undefined && aliases.some((alias) => said[alias] !== undefined);
  return [...fields.filter((field) => !renamed(field)), ...strays];
}

/** The keys of which a schema requires one: alternatives for the same thing. */
export function alternativesOf(schema: JsonSchema): readonly string[] {
  const keys = (schema.oneOf ?? schema.anyOf)?.flatMap((way) => way.required ?? []) ?? [];
  return [...new Set(keys)];
}

const COUNTRY = '^[A-Z]{2}$';

function kindOf(root: JsonSchema, key: string, schema: JsonSchema): Kind {
  if (key === 'target_ticket_id') return 'ticket';
  if (valuesOf(schema)) return 'choice';
  if (hasType(schema, 'boolean')) return 'flag';
  if (hasType(schema, 'array')) return kindOfList(root, schema);
  if (isAmount(schema)) return 'amount';
  if (hasType(schema, 'object')) return schema.properties ? 'group' : 'raw';
  if (schema.format === 'date-time' || schema['x-kind'] === 'time') return 'time';
  if (hasType(schema, 'string')) return kindOfText(schema);
  if (hasType(schema, 'integer')) return 'integer';
  return hasType(schema, 'number') ? 'number' : 'raw';
}

function kindOfList(root: JsonSchema, schema: JsonSchema): Kind {
  const items = resolve(root, schema.items ?? {});
  if (valuesOf(items)) return 'choices';
  if (items.pattern === COUNTRY) return 'countries';
  const keys = Object.keys(items.properties ?? {});
  if (keys.length > 0 && keys.every((key) => key === 'id' || key === 'name')) return 'terms';
  if (items.properties) return 'list';
  return ['string', 'integer', 'number'].some((type) => hasType(items, type)) ? 'words' : 'raw';
}

function kindOfText(schema: JsonSchema): Kind {
  if (schema.pattern === COUNTRY) return 'country';
  return schema['x-kind'] === 'longtext' ? 'longtext' : 'text';
}

/** A decimal that the API accepts as text or number. It stays text, so that it stays exact. */
function isAmount(schema: JsonSchema): boolean {
  return schema['x-kind'] === 'amount' || (hasType(schema, 'string') && hasType(schema, 'number'));
}
