import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export function Kbd({ className, ...rest }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn('rounded border bg-canvas px-1 font-mono text-2xs text-ink-faint', className)}
      {...rest}
    />
  );
}
