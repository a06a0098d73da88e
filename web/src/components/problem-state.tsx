import { PlugZap, TriangleAlert } from 'lucide-react';
import { explain, OfflineError, ProblemError, sentence } from '@/api/problem';
import { Button } from './ui/button';

interface ProblemStateProps {
  error: unknown;
  /** The next step. */
  retry?: () => void;
}

/** An error instead of a page or panel: the reason, and the next step. */
export function ProblemState({ error, retry }: ProblemStateProps) {
  const Icon = error instanceof OfflineError ? PlugZap : TriangleAlert;
  const problem = error instanceof ProblemError ? error : undefined;
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center">
      <div className="mb-1 flex size-10 items-center justify-center rounded-full bg-bad-wash text-bad">
        <Icon className="size-4.5" aria-hidden />
      </div>
      <p className="font-semibold">{problem?.title ?? 'No answer'}</p>
      <p className="text-ink-soft">{explain(error)}</p>
      {problem?.errors.map((item) => (
        <p key={`${item.pointer}${item.parameter}${item.detail}`} className="text-ink-soft text-xs">
          {sentence(item)}
        </p>
      ))}
      {retry && (
        <Button className="mt-2" onClick={retry}>
          Try again
        </Button>
      )}
      {problem?.requestId && (
        <p className="mt-2 font-mono text-2xs text-ink-faint">Request {problem.requestId}</p>
      )}
    </div>
  );
}

/** The reason for a refusal, beside the refused input. */
export function ProblemNote({ children }: { children: string | undefined }) {
  if (!children) return null;
  return (
    <p role="alert" className="flex gap-2 rounded-md bg-bad-wash px-3 py-2 text-bad">
      <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
