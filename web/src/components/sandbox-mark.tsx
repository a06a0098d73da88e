import { FlaskConical } from 'lucide-react';
import { cn } from '@/lib/cn';

/** Says clearly that no real platform is called. */
export function SandboxMark({ className }: { className?: string }) {
  return (
    <span
      className={cn(
        'hazard inline-flex h-6 items-center gap-1.5 rounded-md border border-gold/60 px-2 font-semibold text-2xs text-gold tracking-widest',
        className,
      )}
    >
      <FlaskConical className="size-3" aria-hidden />
      SANDBOX
    </span>
  );
}
