import { CircleAlert, TriangleAlert } from 'lucide-react';
import { cn } from '@/lib/cn';
import { type Violation, words } from '../engine/violations';

/** Violations beside the field that they concern. */
export function ViolationNote({ violations, id }: { violations: readonly Violation[]; id?: string }) {
  if (violations.length === 0) return null;
  return (
    <ul id={id} className="flex flex-col gap-1">
      {violations.map((violation) => {
        const blocks = violation.severity === 'error';
        const Icon = blocks ? CircleAlert : TriangleAlert;
        return (
          <li
            key={violation.pointer + violation.message}
            className={cn('flex gap-1 text-xs', blocks ? 'text-bad' : 'text-warn')}
          >
            <Icon className="mt-0.5 size-3.5 shrink-0" aria-label={blocks ? 'Error' : 'Warning'} />
            <span className="min-w-0 break-words">{words(violation)}</span>
          </li>
        );
      })}
    </ul>
  );
}
