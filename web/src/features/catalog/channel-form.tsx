'use client';

import { z } from 'zod';
import { channels } from '@/api/queries/catalog';
import { CreateForm } from './create-form';
import { text } from './fields';

const schema = z.object({ platform_name: text('A platform'), api_identifier: text('An identifier') });

export function ChannelForm({ done }: { done: () => void }) {
  return (
    <CreateForm
      noun="channel"
      topic="channels"
      schema={schema}
      empty={{ platform_name: '', api_identifier: '' }}
      fields={[
        {
          name: 'platform_name',
          label: 'Platform',
          hint: 'Chooses the connector: Meta, TikTok. Others can be recorded, but not deployed to.',
          placeholder: 'Meta',
        },
        {
          name: 'api_identifier',
          label: 'Identifier',
          hint: 'What this channel is called in other systems.',
          mono: true,
          placeholder: 'meta_ads',
        },
      ]}
      create={channels.create}
      done={done}
    />
  );
}
