import type { Metadata } from 'next';
import { ChannelsPage } from '@/features/catalog/channels-page';

export const metadata: Metadata = { title: 'Channels' };

export default function Page() {
  return <ChannelsPage />;
}
