import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** A plain table for a few rows; `components/data-table` shows lists of the API. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table className={cn('w-full border-collapse text-left', className)} {...rest} />;
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn('h-8 border-b px-3 font-medium text-ink-faint text-xs', className)}
      {...rest}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={cn('border-b px-3 py-1.5 align-top', className)} {...rest} />;
}
