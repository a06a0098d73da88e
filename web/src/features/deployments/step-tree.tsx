import { CircleAlert, CircleCheck, CircleDashed, CircleDotDashed, Eye, EyeOff } from 'lucide-react';
import type { Schema } from '@/api/client';
import { CopyableName } from '@/components/copyable-name';
import { cn } from '@/lib/cn';
import { type Branch, stepLabel, treeOf } from './steps';

const STATE = {
  PLANNED: { label: 'planned', icon: CircleDashed, ink: 'text-ink-faint' },
  SENT: { label: 'sent; the outcome is not known yet', icon: CircleDotDashed, ink: 'text-warn' },
  DONE: { label: 'done', icon: CircleCheck, ink: 'text-ok' },
  REFUSED: { label: 'refused', icon: CircleAlert, ink: 'text-bad' },
} as const;

/** The objects of a deployment as a tree, as on the platform. */
export function StepTree({ steps }: { steps: readonly Schema<'Step'>[] }) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="deployment-steps" className="flex flex-col gap-2">
      <h3 id="deployment-steps" className="font-semibold">
        Steps
      </h3>
      <Branches branches={treeOf(steps)} />
    </section>
  );
}

function Branches({ branches, nested }: { branches: readonly Branch[]; nested?: boolean }) {
  return (
    <ul className={cn('flex flex-col gap-1.5', nested && 'mt-1.5 ml-1.75 border-l pl-4')}>
      {branches.map((branch) => (
        <li key={branch.step.key}>
          <OneStep step={branch.step} />
          {branch.children.length > 0 && <Branches branches={branch.children} nested />}
        </li>
      ))}
    </ul>
  );
}

function OneStep({ step }: { step: Schema<'Step'> }) {
  const state = STATE[step.state as keyof typeof STATE] ?? STATE.PLANNED;
  return (
    <div className="flex gap-2">
      <state.icon className={cn('mt-0.75 size-3.5 shrink-0', state.ink)} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{stepLabel(step.key, step.kind)}</span>
          <span className={cn('text-xs', state.ink)}>{state.label}</span>
          {step.external_id && (
            <span className="text-xs">
              <CopyableName name={step.external_id} />
            </span>
          )}
        </p>
        <p className="break-all font-mono text-2xs text-ink-faint">{step.name}</p>
        {step.reason && <p className="break-words text-bad">{step.reason}</p>}
        {step.read_back && <ReadBack readBack={step.read_back} />}
      </div>
    </div>
  );
}

/** The result of the verification. */
function ReadBack({ readBack }: { readBack: Schema<'ReadBack'> }) {
  const { outcome, differences, reason } = readBack;
  if (outcome === 'agrees') {
    return (
      <p className="flex items-center gap-1.5 text-ink-soft text-xs">
        <Eye className="size-3 text-ok" aria-hidden /> Verified: the platform has the values that were sent.
      </p>
    );
  }
  if (outcome !== 'differs') {
    return (
      <p className="flex items-center gap-1.5 text-ink-soft text-xs">
        <EyeOff className="size-3 text-warn" aria-hidden /> Verification failed
        {reason ? `: ${reason}` : '.'}
      </p>
    );
  }
  return (
    <div className="mt-1 rounded-md border border-warn/50 bg-warn-wash px-2.5 py-1.5 text-xs">
      <p className="font-medium">Verified: some values on the platform differ.</p>
      <table className="mt-1 w-full text-left">
        <thead>
          <tr className="text-2xs text-ink-soft">
            <th scope="col" className="pr-3 font-medium">
              Field
            </th>
            <th scope="col" className="pr-3 font-medium">
              Sent
            </th>
            <th scope="col" className="font-medium">
              On the platform
            </th>
          </tr>
        </thead>
        <tbody className="align-top font-mono text-2xs">
          {differences.map((difference) => (
            <tr key={difference.field}>
              <td className="break-all pr-3">{difference.field}</td>
              <td className="break-all pr-3">{shown(difference.meant)}</td>
              <td className="break-all font-medium">{shown(difference.found)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
