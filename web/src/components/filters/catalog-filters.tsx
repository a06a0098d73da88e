'use client';

import { useQuery } from '@tanstack/react-query';
import { allBrandsQuery, allChannelsQuery, allMarketsQuery } from '@/api/queries/catalog';
import { Combobox, type Option } from '@/components/ui/combobox';

interface FilterProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

export function BrandFilter(props: FilterProps) {
  const { data = [] } = useQuery(allBrandsQuery());
  const options = data.map((brand) => ({ value: brand.id, label: brand.name, detail: brand.internal_code }));
  return <Filter label="Brand" options={options} {...props} />;
}

export function MarketFilter(props: FilterProps) {
  const { data = [] } = useQuery(allMarketsQuery());
  const options = data.map((market) => ({ value: market.id, label: market.country, detail: market.code }));
  return <Filter label="Market" options={options} {...props} />;
}

export function ChannelFilter(props: FilterProps) {
  const { data = [] } = useQuery(allChannelsQuery());
  const options = data.map((channel) => ({
    value: channel.id,
    label: channel.platform_name,
    detail: channel.api_identifier,
  }));
  return <Filter label="Channel" options={options} {...props} />;
}

/** A filter by one of a few values, such as a status. */
export function Filter({
  label,
  options,
  value,
  onChange,
}: FilterProps & { label: string; options: readonly Option[] }) {
  return (
    <Combobox
      aria-label={label}
      placeholder={label}
      options={options}
      value={value}
      onChange={onChange}
      clearable
      className="w-auto min-w-28 max-w-56"
    />
  );
}
