import { CircleAlert, TriangleAlert } from 'lucide-react';
import { cn } from '@/lib/cn';
import { type Fault, words } from '../engine/faults';

/** Faults beside the thing that they are of. */
export function FaultNote({ faults, id }: { faults: readonly Fault[]; id?: string }) {
  if (faults.length === 0) return null;
  return (
    <ul id={id} className="flex flex-col gap-1">
      {faults.map((fault) => {
        const blocks = fault.severity === 'error';
        const Icon = blocks ? CircleAlert : TriangleAlert;
        return (
          <li
            key={fault.pointer + fault.message}
            className={cn('flex gap-1 text-xs', blocks ? 'text-bad' : 'text-warn')}
          >
            <Icon className="mt-0.5 size-3.5 shrink-0" aria-label={blocks ? 'Error' : 'Warning'} />
            <span className="min-w-0 break-words">{words(fault)}</span>
          </li>
        );
      })}
    </ul>
  );
}
