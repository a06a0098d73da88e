import type { Metadata } from 'next';
import { TicketsPage } from '@/features/tickets/tickets-page';

export const metadata: Metadata = { title: 'Tickets' };

export default function Page() {
  return <TicketsPage />;
}
