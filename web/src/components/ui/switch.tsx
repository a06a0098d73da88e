'use client';

import { Switch as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { useField } from './field';

export function Switch({ className, ...rest }: ComponentProps<typeof Primitive.Root>) {
  const field = useField(rest);
  return (
    <Primitive.Root
      className={cn(
        'inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-line-strong bg-canvas px-px transition-colors data-[state=checked]:border-gold-solid data-[state=checked]:bg-gold-solid disabled:opacity-50',
        className,
      )}
      {...rest}
      {...field}
    >
      <Primitive.Thumb className="size-3.5 rounded-full bg-ink-faint transition-transform data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-gold" />
    </Primitive.Root>
  );
}
