'use client';

import { Globe } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { Schema } from '@/api/client';
import { markets, marketsQuery } from '@/api/queries/catalog';
import { InlineText } from '@/components/data-table/inline-edit';
import { usePaged } from '@/components/data-table/use-paged';
import { When } from '@/components/when';
import { useUrlState } from '@/lib/url-state';
import { CatalogPage } from './catalog-page';
import { countryCodes } from './country-codes';

const MarketForm = dynamic(() => import('./market-form').then((module) => module.MarketForm), { ssr: false });

const KEYS = ['sort'] as const;
const LABELS = { code: 'Code', country: 'Country', region: 'Region', countries: 'Countries' };

export function MarketsPage() {
  const [{ sort }, setState] = useUrlState(KEYS);
  const data = usePaged(marketsQuery(sort ? { sort } : {}));
  return (
    <CatalogPage
      title="Markets"
      description="The markets of the campaigns. The code is the second part of every campaign's name."
      noun="market"
      icon={Globe}
      topic="markets"
      data={data}
      sort={sort}
      onSort={(next) => setState({ sort: next })}
      calls={markets}
      labels={LABELS}
      nameOf={(market: Schema<'Market'>) => market.code}
      form={(done) => <MarketForm done={done} />}
      referrers={(market) => ({ href: `/campaigns/?market_id=${market.id}`, label: 'Show its campaigns' })}
      columns={({ save, changeCode }) => [
        {
          id: 'code',
          header: 'Code',
          sort: 'code',
          width: '9rem',
          cell: (market) => (
            <InlineText
              mono
              label={`Code of ${market.country}`}
              value={market.code}
              onSave={async (value) => {
                const to = value.toUpperCase();
                if (to === market.code) return;
                const campaigns = { market_id: market.id };
                changeCode({
                  noun: 'market',
                  from: market.code,
                  to,
                  campaigns,
                  save: () => save(market, { code: to }),
                });
              }}
            />
          ),
        },
        {
          id: 'country',
          header: 'Country',
          sort: 'country',
          cell: (market) => (
            <InlineText
              label={`Country of ${market.code}`}
              value={market.country}
              onSave={(country) => save(market, { country })}
            />
          ),
        },
        {
          id: 'iso',
          header: 'ISO 3166-1',
          cell: (market) =>
            market.country_code ? (
              <span className="font-mono text-ink-soft text-xs">{market.country_code}</span>
            ) : (
              <InlineText
                mono
                label={`Countries of ${market.code}`}
                value={market.countries.join(', ')}
                onSave={(list) => save(market, { countries: countryCodes(list) })}
              />
            ),
        },
        {
          id: 'region',
          header: 'Region',
          sort: 'region',
          width: '9rem',
          cell: (market) => (
            <InlineText
              label={`Region of ${market.code}`}
              value={market.region}
              onSave={(region) => save(market, { region })}
            />
          ),
        },
        {
          id: 'updated_at',
          header: 'Changed',
          sort: 'updated_at',
          width: '9rem',
          cell: (market) => <When time={market.updated_at} />,
        },
      ]}
    />
  );
}
