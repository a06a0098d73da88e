'use client';

import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { leaveOwnEscape, Overlay, PanelClose, PanelHeader } from './dialog';

export const Sheet = Primitive.Root;

interface SheetProps extends Omit<ComponentProps<typeof Primitive.Content>, 'title'> {
  title: ReactNode;
  description?: ReactNode;
}

/** The focus begins at the first field of a form; in a panel to read, at the panel itself instead of a button. */
function beginFocus(event: Event) {
  const panel = event.currentTarget;
  if (!(panel instanceof HTMLElement) || panel.querySelector('form')) return;
  event.preventDefault();
  panel.focus();
}

/** A panel on the right side, for content that is too large for a dialog. Its content is `PanelBody` and `PanelFooter`. */
export function SheetContent({ title, description, className, children, ...rest }: SheetProps) {
  return (
    <Primitive.Portal>
      <Overlay />
      <Primitive.Content
        className={cn(
          'fixed inset-y-0 right-0 z-50 flex w-[min(40rem,100vw)] flex-col border-l bg-panel shadow-pop outline-none data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:slide-out-to-right-8 data-[state=open]:slide-in-from-right-8 data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0',
          className,
        )}
        {...(description ? {} : { 'aria-describedby': undefined })}
        onEscapeKeyDown={leaveOwnEscape}
        onOpenAutoFocus={beginFocus}
        {...rest}
      >
        <PanelHeader title={title} description={description} />
        {children}
        <PanelClose />
      </Primitive.Content>
    </Primitive.Portal>
  );
}
