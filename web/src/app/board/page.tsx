import type { Metadata } from 'next';
import { BoardPage } from '@/features/board/board-page';
import { TicketPanels } from '@/features/tickets/ticket-panels';

export const metadata: Metadata = { title: 'Board' };

export default function Page() {
  return (
    <>
      <BoardPage />
      <TicketPanels />
    </>
  );
}
