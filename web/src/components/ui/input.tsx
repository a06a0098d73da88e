'use client';

import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { useField } from './field';

const box =
  'w-full rounded-md border border-line-strong/60 bg-canvas px-2.5 text-ink placeholder:text-ink-faint transition-colors hover:border-line-strong focus-visible:border-gold disabled:opacity-50 aria-invalid:border-bad';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  const field = useField(rest);
  return (
    <input className={cn(box, 'h-8', className)} autoComplete="off" spellCheck={false} {...rest} {...field} />
  );
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  const field = useField(rest);
  return (
    <textarea className={cn(box, 'min-h-20 py-1.5', className)} spellCheck={false} {...rest} {...field} />
  );
}
