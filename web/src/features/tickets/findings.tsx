import { ArrowRight, CircleAlert, TriangleAlert } from 'lucide-react';
import type { Schema } from '@/api/client';
import { cn } from '@/lib/cn';

type Told = Omit<Schema<'Finding'>, 'code' | 'suggestion'> & { suggestion?: string | null | undefined };

interface FindingsProps {
  findings: readonly Told[];
  /** Jumps to the field of a finding, where it can be fixed. */
  onFinding?: ((pointer: string) => void) | undefined;
}

/** QA's findings: the field, the problem, and the accepted values. */
export function Findings({ findings, onFinding }: FindingsProps) {
  return (
    <ul className="flex flex-col gap-2">
      {findings.map((finding) => {
        const blocks = finding.severity === 'error';
        const Icon = blocks ? CircleAlert : TriangleAlert;
        return (
          <li
            key={finding.message + finding.pointer}
            className="flex gap-2.5 rounded-md border bg-canvas px-3 py-2"
          >
            <Icon
              className={cn('mt-0.5 size-3.5 shrink-0', blocks ? 'text-bad' : 'text-warn')}
              aria-label={blocks ? 'Error' : 'Warning'}
            />
            <div className="min-w-0 flex-1">
              <p>{finding.message}</p>
              {finding.suggestion && <p className="text-ink-soft">{finding.suggestion}</p>}
              <p className="break-all font-mono text-2xs text-ink-faint">{finding.pointer}</p>
            </div>
            {onFinding && (
              <button
                type="button"
                onClick={() => onFinding(finding.pointer)}
                className="flex shrink-0 items-center gap-1 self-start text-gold text-xs hover:underline"
              >
                Fix <ArrowRight className="size-3.5" aria-hidden />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
