import { ArrowRight, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Schema } from '@/api/client';
import { cn } from '@/lib/cn';

interface NamePart {
  /** `Brand`, `Market`, … */
  label: string;
  /** Absent until it is known. */
  value: string | undefined;
  placeholder: string;
}

interface NamePreviewProps {
  parts: readonly NamePart[];
  preview: Schema<'NamePreview'> | undefined;
  /** The preview is of earlier input. */
  old: boolean;
}

/** A name that builds itself part by part, with the letters that it had to replace. */
export function NamePreview({ parts, preview, old }: NamePreviewProps) {
  return (
    <section aria-label="The name" className="flex flex-col gap-2.5 rounded-lg border bg-canvas px-4 py-3">
      <ol className="flex flex-wrap items-end gap-y-2 font-mono text-sm">
        {parts.map((part, index) => (
          <li key={part.label} className="flex items-end">
            {index > 0 && <span className="px-0.5 text-ink-faint">_</span>}
            <span className="flex flex-col">
              <span className="font-sans text-2xs text-ink-faint">{part.label}</span>
              <span
                className={cn(
                  'border-b-2 pb-0.5 transition-colors',
                  part.value
                    ? 'border-gold-solid text-ink'
                    : 'border-line-strong border-dashed text-ink-faint',
                )}
              >
                {part.value ?? part.placeholder}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <div
        aria-live="polite"
        className={cn('flex min-h-5 flex-col gap-1 text-xs transition-opacity', old && 'opacity-50')}
      >
        {preview?.taken && (
          <p className="flex gap-1.5 text-bad">
            <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />A campaign with this name exists
            already. Choose another name, market or year.
          </p>
        )}
        {preview && !preview.taken && (
          <p className="flex gap-1.5 text-ok">
            <CircleCheck className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            This name is free. It never changes once the campaign is created.
          </p>
        )}
        {preview && <Letters preview={preview} />}
      </div>
    </section>
  );
}

function Letters({ preview }: { preview: Schema<'NamePreview'> }) {
  const dropped = [...new Set(preview.dropped)];
  return (
    <>
      {preview.transliterated.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-ink-soft">
          Written in plain letters:
          {preview.transliterated.map(({ from, to }) => (
            <span
              key={from}
              className="inline-flex items-center gap-1 rounded bg-idle-wash px-1.5 font-mono text-ink"
            >
              {from} <ArrowRight className="size-3 text-ink-faint" aria-label="becomes" /> {to}
            </span>
          ))}
        </p>
      )}
      {dropped.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-ink-soft">
          Left out:
          {dropped.map((letter) => (
            <span key={letter} className="rounded bg-idle-wash px-1.5 font-mono text-ink">
              {letter.trim() === '' ? 'space' : letter}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
