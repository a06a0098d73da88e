import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Schema } from '@/api/client';
import { cn } from '@/lib/cn';

/** What QA found: the field, what is wrong with it, and what would be right. */
export function Findings({ findings }: { findings: readonly Schema<'Finding'>[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {findings.map((finding) => {
        const blocks = finding.severity === 'error';
        const Icon = blocks ? CircleAlert : TriangleAlert;
        return (
          <li
            key={finding.code + finding.pointer}
            className="flex gap-2.5 rounded-md border bg-canvas px-3 py-2"
          >
            <Icon
              className={cn('mt-0.5 size-3.5 shrink-0', blocks ? 'text-bad' : 'text-warn')}
              aria-label={blocks ? 'Error' : 'Warning'}
            />
            <div className="min-w-0">
              <p>{finding.message}</p>
              {finding.suggestion && <p className="text-ink-soft">{finding.suggestion}</p>}
              <p className="break-all font-mono text-2xs text-ink-faint">{finding.pointer}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
