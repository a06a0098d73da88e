'use client';

import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { channels } from '@/api/queries/catalog';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { AD_PLATFORMS, adPlatform } from './ad-platforms';
import { CreateForm } from './create-form';
import { text } from './fields';

const schema = z.object({
  platform_name: text('A platform'),
  api_identifier: text('An identifier'),
  platform: z.string(),
});

export function ChannelForm({ done }: { done: () => void }) {
  return (
    <CreateForm
      noun="channel"
      topic="channels"
      schema={schema}
      empty={{ platform_name: '', api_identifier: '', platform: '' }}
      fields={[
        {
          name: 'platform_name',
          label: 'Platform',
          hint: 'Its name, such as Meta, or Meta EU if there are several on one platform.',
          placeholder: 'Meta',
        },
        {
          name: 'api_identifier',
          label: 'Identifier',
          hint: "The channel's name in other systems.",
          mono: true,
          placeholder: 'meta_ads',
        },
      ]}
      create={({ platform, ...rest }) =>
        channels.create({ ...rest, ...(platform === '' ? {} : { platform: adPlatform(platform) }) })
      }
      done={done}
    >
      {(form) => (
        <Field
          label="Ad platform"
          optional
          hint="The platform of its tickets. Needed if the name above is not just Meta, TikTok or Google Ads."
          error={form.formState.errors.platform?.message}
        >
          <Controller
            control={form.control}
            name="platform"
            render={({ field }) => (
              <Combobox
                clearable
                options={AD_PLATFORMS}
                placeholder="From the name"
                value={field.value || undefined}
                onChange={(value) => field.onChange(value ?? '')}
              />
            )}
          />
        </Field>
      )}
    </CreateForm>
  );
}
