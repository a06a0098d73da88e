'use client';

import { Tags } from 'lucide-react';
import dynamic from 'next/dynamic';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { explain } from '@/api/problem';
import { brands, brandsQuery } from '@/api/queries/catalog';
import { InlineText } from '@/components/data-table/inline-edit';
import { usePaged } from '@/components/data-table/use-paged';
import { Switch } from '@/components/ui/switch';
import { When } from '@/components/when';
import { useUrlState } from '@/lib/url-state';
import { CatalogPage } from './catalog-page';

const BrandForm = dynamic(() => import('./brand-form').then((module) => module.BrandForm), { ssr: false });

const KEYS = ['sort'] as const;
const LABELS = { name: 'Name', internal_code: 'Code', family_friendly: 'Family-friendly' };

export function BrandsPage() {
  const [{ sort }, setState] = useUrlState(KEYS);
  const data = usePaged(brandsQuery(sort ? { sort } : {}));
  return (
    <CatalogPage
      title="Brands"
      description="The brands of the campaigns. The code is the first part of every campaign's name."
      noun="brand"
      icon={Tags}
      topic="brands"
      data={data}
      sort={sort}
      onSort={(next) => setState({ sort: next })}
      calls={brands}
      labels={LABELS}
      nameOf={(brand: Schema<'Brand'>) => brand.name}
      form={(done) => <BrandForm done={done} />}
      referrers={(brand) => ({ href: `/campaigns/?brand_id=${brand.id}`, label: 'Show its campaigns' })}
      columns={({ save, changeCode }) => [
        {
          id: 'internal_code',
          header: 'Code',
          sort: 'internal_code',
          width: '11rem',
          cell: (brand) => (
            <InlineText
              mono
              label={`Code of ${brand.name}`}
              value={brand.internal_code}
              onSave={async (value) => {
                const to = value.toUpperCase();
                const from = brand.internal_code;
                if (to === from) return;
                const campaigns = { brand_id: brand.id };
                changeCode({
                  noun: 'brand',
                  from,
                  to,
                  campaigns,
                  save: () => save(brand, { internal_code: to }),
                });
              }}
            />
          ),
        },
        {
          id: 'name',
          header: 'Name',
          sort: 'name',
          cell: (brand) => (
            <InlineText
              label={`Name of ${brand.name}`}
              value={brand.name}
              onSave={(name) => save(brand, { name })}
            />
          ),
        },
        {
          id: 'family_friendly',
          header: 'Family-friendly',
          width: '11rem',
          cell: (brand) => (
            <span className="flex items-center gap-2">
              <Switch
                aria-label={`${brand.name} is family-friendly`}
                checked={brand.family_friendly}
                onCheckedChange={(on) =>
                  save(brand, { family_friendly: on }).catch((error) => toast.error(explain(error)))
                }
              />
              <span className="text-ink-soft">{brand.family_friendly ? 'Blocklists apply' : 'No'}</span>
            </span>
          ),
        },
        {
          id: 'updated_at',
          header: 'Changed',
          sort: 'updated_at',
          width: '9rem',
          cell: (brand) => <When time={brand.updated_at} />,
        },
      ]}
    />
  );
}
