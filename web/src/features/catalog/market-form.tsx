'use client';

import { z } from 'zod';
import { markets } from '@/api/queries/catalog';
import { countryCodes } from './country-codes';
import { CreateForm } from './create-form';
import { code, text } from './fields';

const schema = z.object({
  code: code(10),
  country: text('A country'),
  region: text('A region'),
  countries: z.string(),
});

export function MarketForm({ done }: { done: () => void }) {
  return (
    <CreateForm
      noun="market"
      topic="markets"
      schema={schema}
      empty={{ code: '', country: '', region: '', countries: '' }}
      fields={[
        {
          name: 'code',
          label: 'Code',
          hint: 'Second part of every name, such as US.',
          mono: true,
          placeholder: 'US',
        },
        {
          name: 'country',
          label: 'Country',
          hint: "Its name or ISO code; for several countries, the market's name.",
          placeholder: 'United States',
        },
        { name: 'region', label: 'Region', placeholder: 'NA' },
        {
          name: 'countries',
          label: 'Countries, if there are several',
          hint: 'Their two-letter codes, such as AT, CH, DE.',
          optional: true,
          mono: true,
        },
      ]}
      create={({ countries, ...rest }) => {
        const codes = countryCodes(countries);
        return markets.create({ ...rest, ...(codes.length > 0 ? { countries: codes } : {}) });
      }}
      done={done}
    />
  );
}
