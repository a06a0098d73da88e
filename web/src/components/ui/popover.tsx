'use client';

import { Popover as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverAnchor = Primitive.Anchor;

export function PopoverContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={4}
        align="start"
        collisionPadding={8}
        className={cn(
          'z-50 w-72 rounded-lg border bg-raised p-3 shadow-pop data-[state=open]:animate-in data-[state=open]:fade-in-0',
          className,
        )}
        {...rest}
      />
    </Primitive.Portal>
  );
}
