'use client';

import { Combobox } from '@/components/ui/combobox';
import { Input, Textarea } from '@/components/ui/input';
import { useForm } from '../context';
import { amountOf, fromBox, integerOf, numberOf, shown, toBox } from '../engine/entry';
import type { Field } from '../engine/fields';
import { COUNTRIES, choicesOf } from '../engine/options';
import { resolve } from '../engine/schema';
import { ManyControl } from './many-control';
import { RawControl } from './raw-control';
import { SuggestedInput } from './suggested-input';
import { TicketControl } from './ticket-control';

interface ControlProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
}

const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** The control that fits a field. It is inside of a labelled `Field`. */
export function ValueControl({ field, value, onChange }: ControlProps) {
  const { root, fits, currency } = useForm();
  const text = shown(value);
  const preset = field.schema.default === undefined ? '' : shown(field.schema.default);
  switch (field.kind) {
    case 'choice': {
      const choices = choicesOf(field.schema, fits(field));
      return (
        <Combobox
          options={choices.map(({ value: raw, label, detail }) => ({ value: shown(raw), label, detail }))}
          value={value === undefined ? undefined : text}
          onChange={(next) => onChange(choices.find((choice) => shown(choice.value) === next)?.value)}
          placeholder={
            preset ? `${choices.find((c) => shown(c.value) === preset)?.label ?? preset} (default)` : 'Choose'
          }
          clearable={!field.required}
        />
      );
    }
    case 'flag':
      return (
        <Combobox
          options={YES_NO}
          value={value === undefined ? undefined : text}
          onChange={(next) => onChange(next === undefined ? undefined : next === 'true')}
          placeholder={preset ? `${preset === 'true' ? 'Yes' : 'No'} (default)` : 'Not set'}
          clearable
        />
      );
    case 'country':
      return (
        <Combobox
          options={COUNTRIES()}
          value={text || undefined}
          onChange={onChange}
          placeholder="Choose a country"
          clearable={!field.required}
        />
      );
    case 'choices':
      return (
        <ManyControl
          options={choicesOf(resolve(root, field.schema.items ?? {}), undefined)}
          value={value}
          onChange={onChange}
          label={field.label}
        />
      );
    case 'countries':
      return <ManyControl options={COUNTRIES()} value={value} onChange={onChange} label={field.label} />;
    case 'words': {
      const items = resolve(root, field.schema.items ?? {});
      const numbers = items.type === 'integer' || items.type === 'number';
      return (
        <ManyControl
          options={(items.examples ?? []).map((example) => ({ value: example, label: shown(example) }))}
          value={value}
          onChange={onChange}
          label={field.label}
          free={(typed) => (numbers ? integerOf(typed) : typed)}
        />
      );
    }
    case 'ticket':
      return <TicketControl value={text || undefined} onChange={onChange} />;
    case 'time':
      return (
        <Input
          type="datetime-local"
          value={toBox(value)}
          onChange={(e) => onChange(fromBox(e.target.value))}
        />
      );
    case 'amount':
      return (
        <div className="relative">
          <Input
            inputMode="decimal"
            className="num pr-24"
            value={text}
            placeholder={shown(field.schema.examples?.[0])}
            onChange={(event) => onChange(amountOf(event.target.value))}
          />
          <Unit>
            {/currency/.test(field.schema['x-unit'] ?? 'currency') ? currency : field.schema['x-unit']}
          </Unit>
        </div>
      );
    case 'integer':
    case 'number': {
      const parse = field.kind === 'integer' ? integerOf : numberOf;
      return (
        <div className="relative">
          <Input
            inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
            className="num pr-24"
            value={text}
            placeholder={shown(field.schema.examples?.[0])}
            onChange={(event) => onChange(parse(event.target.value))}
          />
          <Unit>{field.schema['x-unit']}</Unit>
        </div>
      );
    }
    case 'longtext':
      return <Textarea value={text} onChange={(event) => onChange(event.target.value || undefined)} />;
    case 'text':
      return <SuggestedInput field={field} value={text} onChange={onChange} />;
    default:
      return <RawControl value={value} onChange={onChange} />;
  }
}

/** The unit of a number; the field's hint explains it. */
function Unit({ children }: { children: string | undefined }) {
  if (!children) return null;
  return (
    <span className="pointer-events-none absolute top-1.5 right-2.5 max-w-24 truncate text-ink-faint text-xs">
      {children}
    </span>
  );
}
