'use client';

import { useForm } from '../context';
import { alternativesOf, type Field, fieldsOf, withStrays } from '../engine/fields';
import { isWithin, type Path, pointerOf, valueAt } from '../engine/json';
import type { JsonSchema } from '../engine/schema';
import { inOrder, isCommon } from '../engine/steps';
import { AddField } from './add-field';
import { FieldView } from './field-view';
import { ViolationNote } from './violation-note';

interface ObjectFieldsProps {
  schema: JsonSchema;
  path: Path;
}

/** The fields of an object: the common ones, those that have a value or a violation, and a way to add any other. */
export function ObjectFields({ schema, path }: ObjectFieldsProps) {
  const { root, payload, violations } = useForm();
  const fields = withStrays(fieldsOf(root, schema), root, valueAt(payload, path));
  // A violation of a field that cannot be entered here must still be visible.
  const prefix = `${pointerOf(path)}/`;
  const lost = violations.filter(
    ({ pointer }) =>
      pointer.startsWith(prefix) &&
      !fields.some((field) => isWithin(pointer, pointerOf([...path, field.key]))),
  );
  return (
    <>
      <ViolationNote violations={lost} />
      <FieldList fields={fields} path={path} alternatives={alternativesOf(schema)} />
    </>
  );
}

interface FieldListProps {
  fields: readonly Field[];
  path: Path;
  alternatives?: readonly string[];
}

export function FieldList({ fields, path, alternatives = [] }: FieldListProps) {
  const { payload, violations, added } = useForm();
  const here = (field: Field) => {
    const own = [...path, field.key];
    const pointer = pointerOf(own);
    return (
      isCommon(field) ||
      valueAt(payload, own) !== undefined ||
      added.has(pointer) ||
      violations.some((violation) => isWithin(violation.pointer, pointer))
    );
  };
  const rest = fields.filter((field) => !here(field));
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
        {inOrder(fields.filter(here)).map((field) => (
          <FieldView key={field.key} field={field} path={[...path, field.key]} removable={!isCommon(field)} />
        ))}
      </div>
      {rest.length > 0 && <AddField fields={rest} path={path} alternatives={alternatives} />}
    </div>
  );
}
