'use client';

import { Toaster as Sonner } from 'sonner';

/** The place of sonner's `toast(…)`. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      theme="system"
      toastOptions={{
        classNames: {
          toast: '!bg-raised !text-ink !border-line !shadow-pop !rounded-lg !text-[0.8125rem]',
          description: '!text-ink-soft',
          error: '!border-bad',
          actionButton: '!bg-gold-solid !text-on-gold',
        },
      }}
    />
  );
}
