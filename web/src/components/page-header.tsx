import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: string;
  /** The purpose of the page, as a sentence. */
  description?: string;
  /** Buttons on the right. */
  children?: ReactNode;
}

export function PageHeader({ title, description, children }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 px-6 pt-5 pb-4">
      <div className="min-w-0 flex-1">
        <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
        {description && <p className="text-ink-soft">{description}</p>}
      </div>
      <div className="flex items-center gap-2">{children}</div>
    </div>
  );
}
