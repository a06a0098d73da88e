import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

const look = cva(
  'inline-flex h-5 items-center gap-1 rounded-full px-2 font-medium text-2xs whitespace-nowrap [&_svg]:size-3',
  {
    variants: {
      tone: {
        idle: 'bg-idle-wash text-ink-soft',
        gold: 'bg-gold-wash text-gold',
        ok: 'bg-ok-wash text-ok',
        info: 'bg-info-wash text-info',
        warn: 'bg-warn-wash text-warn',
        bad: 'bg-bad-wash text-bad',
      },
    },
    defaultVariants: { tone: 'idle' },
  },
);

export type Tone = NonNullable<VariantProps<typeof look>['tone']>;

/** A tone as the colour of a text without a badge around it. */
export const TONE_INK: Record<Tone, string> = {
  idle: 'text-ink-soft',
  gold: 'text-gold',
  ok: 'text-ok',
  info: 'text-info',
  warn: 'text-warn',
  bad: 'text-bad',
};

export function Badge({ className, tone, ...rest }: ComponentProps<'span'> & VariantProps<typeof look>) {
  return <span className={cn(look({ tone }), className)} {...rest} />;
}
