'use client';

import { CircleAlert } from 'lucide-react';
import { Label } from 'radix-ui';
import { createContext, type ReactNode, use, useId, useMemo } from 'react';
import { cn } from '@/lib/cn';

interface ControlProps {
  id?: string | undefined;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling' | undefined;
  'aria-describedby'?: string | undefined;
}

const Control = createContext<ControlProps>({});

/** The id and ARIA attributes that connect a control with the `Field` around it; the control's own attributes take precedence. */
export function useField(own: ControlProps): ControlProps {
  const field = use(Control);
  return {
    id: own.id ?? field.id,
    'aria-invalid': own['aria-invalid'] ?? field['aria-invalid'],
    'aria-describedby': own['aria-describedby'] ?? field['aria-describedby'],
  };
}

interface FieldProps {
  label: string;
  /** A short text about the expected input. */
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  className?: string;
  /** One control of `components/ui`. */
  children: ReactNode;
}

/** A labelled control with its hint, and its error if there is one. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId();
  const described =
    [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const control = useMemo(
    () => ({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described }),
    [id, error, described],
  );
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <Label.Root htmlFor={id} className="font-medium text-ink-soft text-xs">
        {label}
        {optional && <span className="font-normal text-ink-faint"> optional</span>}
      </Label.Root>
      <Control value={control}>{children}</Control>
      {hint && (
        <p id={`${id}-hint`} className="text-2xs text-ink-faint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="flex gap-1 text-bad text-xs">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {error}
        </p>
      )}
    </div>
  );
}
