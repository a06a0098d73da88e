'use client';

import { RadioTower } from 'lucide-react';
import dynamic from 'next/dynamic';
import { toast } from 'sonner';
import type { Schema } from '@/api/client';
import { explain } from '@/api/problem';
import { channels, channelsQuery } from '@/api/queries/catalog';
import { InlineText } from '@/components/data-table/inline-edit';
import { usePaged } from '@/components/data-table/use-paged';
import { Badge } from '@/components/ui/badge';
import { Combobox } from '@/components/ui/combobox';
import { When } from '@/components/when';
import { useUrlState } from '@/lib/url-state';
import { AD_PLATFORMS, adPlatform, RECORDS_ONLY } from './ad-platforms';
import { CatalogPage } from './catalog-page';

const ChannelForm = dynamic(() => import('./channel-form').then((module) => module.ChannelForm), {
  ssr: false,
});

const KEYS = ['sort'] as const;
const LABELS = { platform_name: 'Platform', api_identifier: 'Identifier', platform: 'Ad platform' };

export function ChannelsPage() {
  const [{ sort }, setState] = useUrlState(KEYS);
  const data = usePaged(channelsQuery(sort ? { sort } : {}));
  return (
    <CatalogPage
      title="Channels"
      description="The channels of the tickets. The platform decides which connector deploys them."
      noun="channel"
      icon={RadioTower}
      topic="channels"
      data={data}
      sort={sort}
      onSort={(next) => setState({ sort: next })}
      calls={channels}
      labels={LABELS}
      nameOf={(channel: Schema<'Channel'>) => channel.api_identifier}
      form={(done) => <ChannelForm done={done} />}
      referrers={(channel) => ({ href: `/tickets/?channel_id=${channel.id}`, label: 'Show its tickets' })}
      columns={({ save }) => [
        {
          id: 'platform_name',
          header: 'Platform',
          sort: 'platform_name',
          cell: (channel) => (
            <InlineText
              label={`Platform of ${channel.api_identifier}`}
              value={channel.platform_name}
              onSave={(platform_name) => save(channel, { platform_name })}
            />
          ),
        },
        {
          id: 'api_identifier',
          header: 'Identifier',
          sort: 'api_identifier',
          cell: (channel) => (
            <InlineText
              mono
              label={`Identifier of ${channel.platform_name}`}
              value={channel.api_identifier}
              onSave={(api_identifier) => save(channel, { api_identifier })}
            />
          ),
        },
        {
          id: 'platform',
          header: 'Ad platform',
          width: '12rem',
          cell: (channel) => (
            <Combobox
              aria-label={`Ad platform of ${channel.api_identifier}`}
              options={AD_PLATFORMS}
              placeholder="None: records only"
              value={channel.platform ?? RECORDS_ONLY}
              onChange={(choice) => {
                const platform = adPlatform(choice);
                if (platform === (channel.platform ?? null)) return;
                save(channel, { platform }).catch((error) => toast.error(explain(error)));
              }}
            />
          ),
        },
        {
          id: 'supported',
          header: 'Connector',
          width: '13rem',
          cell: (channel) =>
            channel.supported ? (
              <Badge tone="ok">Connected as {channel.platform}</Badge>
            ) : (
              <Badge tone="warn">No connector: records only</Badge>
            ),
        },
        {
          id: 'updated_at',
          header: 'Changed',
          sort: 'updated_at',
          width: '9rem',
          cell: (channel) => <When time={channel.updated_at} />,
        },
      ]}
    />
  );
}
