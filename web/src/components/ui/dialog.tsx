'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './button';

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

interface PanelProps extends Omit<ComponentProps<typeof Primitive.Content>, 'title'> {
  title: ReactNode;
  description?: ReactNode;
}

/** Fields that are edited in place inside of a panel handle Escape themselves. */
export function leaveOwnEscape(event: KeyboardEvent) {
  if (event.target instanceof Element && event.target.closest('[data-own-escape]')) event.preventDefault();
}

export function Overlay() {
  return (
    <Primitive.Overlay className="fixed inset-0 z-40 bg-shade data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0" />
  );
}

export function DialogContent({ title, description, className, children, ...rest }: PanelProps) {
  return (
    <Primitive.Portal>
      <Overlay />
      <Primitive.Content
        className={cn(
          'fixed top-1/2 left-1/2 z-50 flex max-h-[88dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col rounded-xl border bg-panel shadow-pop data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 data-[state=open]:zoom-in-95',
          className,
        )}
        {...(description ? {} : { 'aria-describedby': undefined })}
        onEscapeKeyDown={leaveOwnEscape}
        {...rest}
      >
        <PanelHeader title={title} description={description} />
        {children}
        <PanelClose />
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** The head of a dialog or sheet: its title and its subject. */
export function PanelHeader({ title, description }: { title: ReactNode; description?: ReactNode }) {
  return (
    <header className="border-b py-3.5 pr-14 pl-5">
      <Primitive.Title className="font-semibold text-[0.9375rem]">{title}</Primitive.Title>
      {description && (
        <Primitive.Description className="mt-0.5 text-ink-soft text-xs" asChild>
          <div>{description}</div>
        </Primitive.Description>
      )}
    </header>
  );
}

/** The button that closes a panel. It comes last, so that the focus begins at the panel's purpose. */
export function PanelClose() {
  return (
    <Primitive.Close asChild>
      <Button variant="ghost" size="icon-sm" aria-label="Close" className="absolute top-3 right-3">
        <X />
      </Button>
    </Primitive.Close>
  );
}

export function PanelBody({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('min-h-0 flex-1 overflow-y-auto px-5 py-4', className)} {...rest} />;
}

export function PanelFooter({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <footer className={cn('flex items-center justify-end gap-2 border-t px-5 py-3', className)} {...rest} />
  );
}
