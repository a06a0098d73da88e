import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** The first step for the person. */
  description: string;
  /** The button for it. */
  children?: ReactNode;
}

export function EmptyState({ icon: Icon, title, description, children }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-16 text-center">
      <div className="mb-1 flex size-10 items-center justify-center rounded-full border bg-raised text-gold">
        <Icon className="size-4.5" aria-hidden />
      </div>
      <p className="font-semibold">{title}</p>
      <p className="text-ink-soft">{description}</p>
      {children && <div className="mt-2 flex gap-2">{children}</div>}
    </div>
  );
}
