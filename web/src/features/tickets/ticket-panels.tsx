'use client';

import dynamic from 'next/dynamic';
import { useCallback } from 'react';
import { useUrlState } from '@/lib/url-state';

const TicketSheet = dynamic(() => import('./ticket-sheet').then((module) => module.TicketSheet), {
  ssr: false,
});
const TicketBuilder = dynamic(
  () => import('./builder/ticket-builder').then((module) => module.TicketBuilder),
  {
    ssr: false,
  },
);

const KEYS = ['open', 'build', 'from', 'for', 'step', 'at'] as const;
const CLOSED = {
  open: undefined,
  build: undefined,
  from: undefined,
  for: undefined,
  step: undefined,
  at: undefined,
};

/** The panels over any page with tickets: one ticket (`?open=`), or the builder (`?build=`, `new` or a ticket's id). */
export function TicketPanels() {
  const [url, setUrl] = useUrlState(KEYS);
  const close = useCallback(() => setUrl(CLOSED), [setUrl]);
  const onStep = useCallback((step: string) => setUrl({ step, at: undefined }), [setUrl]);
  if (url.build) {
    return (
      <TicketBuilder
        key={url.build}
        id={url.build}
        from={url.from}
        campaignId={url.for}
        step={url.step}
        at={url.at}
        onStep={onStep}
        onCreated={(id) => setUrl({ ...CLOSED, build: id, step: 'what' })}
        onClose={close}
      />
    );
  }
  if (!url.open) return null;
  return (
    <TicketSheet
      id={url.open}
      onClose={close}
      onEdit={(at) => setUrl({ ...CLOSED, build: url.open, at, step: at ? undefined : 'what' }, 'push')}
      onDuplicate={() => setUrl({ ...CLOSED, build: 'new', from: url.open }, 'push')}
    />
  );
}
