'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { useField } from './field';

export function Checkbox({ className, ...rest }: ComponentProps<typeof Primitive.Root>) {
  const field = useField(rest);
  return (
    <Primitive.Root
      className={cn(
        'group flex size-4 shrink-0 items-center justify-center rounded border border-line-strong bg-canvas text-on-gold data-[state=checked]:border-gold-solid data-[state=indeterminate]:border-gold-solid data-[state=checked]:bg-gold-solid data-[state=indeterminate]:bg-gold-solid disabled:opacity-50',
        className,
      )}
      {...rest}
      {...field}
    >
      <Primitive.Indicator>
        <Check className="hidden size-3 stroke-[3] group-data-[state=checked]:block" />
        <Minus className="hidden size-3 stroke-[3] group-data-[state=indeterminate]:block" />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
