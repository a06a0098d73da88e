import { cn } from '@/lib/cn';
import type { Violation } from './engine/violations';

const LABELS: { readonly [step: string]: readonly [string, string] | undefined } = {
  where: ['Channel', 'Campaign and channel'],
  what: ['Objective', 'Objective and its fields'],
  whom: ['Audience', 'Targeting'],
  budget: ['Budget', 'Budget, bids, schedule'],
  creative: ['Creative', 'Groups and their ads'],
  review: ['Review', 'Requests and QA'],
};

export function labelOfStep(step: string): string {
  return LABELS[step]?.[0] ?? step;
}

interface StepsNavProps {
  steps: readonly string[];
  current: string;
  stepOf: (pointer: string) => string;
  violations: readonly Violation[];
  onStep: (step: string) => void;
}

/** The navigation through the steps; each shows its number of errors. */
export function StepsNav({ steps, current, stepOf, violations, onStep }: StepsNavProps) {
  const errors = violations.filter((violation) => violation.severity === 'error');
  const count = (step: string) => errors.filter((violation) => stepOf(violation.pointer) === step).length;
  return (
    <nav
      aria-label="Steps"
      className="shrink-0 overflow-x-auto border-b p-3 md:w-52 md:border-r md:border-b-0"
    >
      <ol className="flex gap-1 md:flex-col">
        {steps.map((step, index) => {
          const found = step === 'review' ? 0 : count(step);
          return (
            <li key={step}>
              <button
                type="button"
                aria-current={step === current ? 'step' : undefined}
                onClick={() => onStep(step)}
                className={cn(
                  'flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover',
                  step === current && 'bg-hover',
                )}
              >
                <span
                  className={cn(
                    'num flex size-5 shrink-0 items-center justify-center rounded-full border font-medium text-2xs',
                    step === current ? 'border-gold text-gold' : 'text-ink-soft',
                  )}
                  aria-hidden
                >
                  {index + 1}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{labelOfStep(step)}</span>
                  <span className="hidden text-2xs text-ink-faint md:block">{LABELS[step]?.[1]}</span>
                </span>
                {found > 0 && (
                  <span className="num rounded-full bg-bad-wash px-1.5 font-medium text-2xs text-bad">
                    {found}
                    <span className="sr-only"> {found === 1 ? 'error' : 'errors'}</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
