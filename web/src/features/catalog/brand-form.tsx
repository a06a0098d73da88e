'use client';

import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { brands } from '@/api/queries/catalog';
import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import { CreateForm } from './create-form';
import { code, text } from './fields';

const schema = z.object({ name: text('A name'), internal_code: code(20), family_friendly: z.boolean() });

export function BrandForm({ done }: { done: () => void }) {
  return (
    <CreateForm
      noun="brand"
      topic="brands"
      schema={schema}
      empty={{ name: '', internal_code: '', family_friendly: false }}
      fields={[
        { name: 'name', label: 'Name', placeholder: 'Disney' },
        {
          name: 'internal_code',
          label: 'Code',
          hint: 'First part of every name, such as DIS.',
          mono: true,
          placeholder: 'DIS',
        },
      ]}
      create={brands.create}
      done={done}
    >
      {(form) => (
        <Controller
          control={form.control}
          name="family_friendly"
          render={({ field }) => (
            <Field
              label="Family-friendly"
              hint="QA then refuses targeting that is on the blocklist, and asks for the platform's inventory filter."
            >
              <Switch checked={field.value} onCheckedChange={field.onChange} ref={field.ref} />
            </Field>
          )}
        />
      )}
    </CreateForm>
  );
}
