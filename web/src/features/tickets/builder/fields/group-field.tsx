'use client';

import type { Field } from '../engine/fields';
import type { Path } from '../engine/json';
import { ObjectFields } from './field-list';

/** An object inside of the configuration. */
export function GroupField({ field, path }: { field: Field; path: Path }) {
  return <ObjectFields schema={field.schema} path={path} />;
}
