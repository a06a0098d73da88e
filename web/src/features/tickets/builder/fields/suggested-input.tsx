'use client';

import { useId } from 'react';
import { Input } from '@/components/ui/input';
import { shown } from '../engine/entry';
import type { Field } from '../engine/fields';

interface SuggestedInputProps {
  field: Field;
  value: string;
  onChange: (value: string | undefined) => void;
}

/** A text; if its schema names common values, they are suggested. */
export function SuggestedInput({ field, value, onChange }: SuggestedInputProps) {
  const list = useId();
  const { schema } = field;
  const common = schema['x-common'] ?? [];
  return (
    <>
      <Input
        value={value}
        maxLength={schema.maxLength}
        placeholder={shown(schema.examples?.[0])}
        list={common.length > 0 ? list : undefined}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
      {common.length > 0 && (
        <datalist id={list}>
          {common.map((word) => (
            <option key={shown(word)} value={shown(word)} />
          ))}
        </datalist>
      )}
    </>
  );
}
