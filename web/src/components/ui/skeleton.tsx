import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** The placeholder of content that is loading. */
export function Skeleton({ className, ...rest }: ComponentProps<'div'>) {
  return <div aria-hidden className={cn('animate-pulse rounded bg-hover', className)} {...rest} />;
}
