'use client';

import { Check, Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { cn } from '@/lib/cn';
import { type JsonTokenKind, jsonTokens } from '@/lib/json-tokens';
import { Button } from './ui/button';

const INK: Record<JsonTokenKind, string | undefined> = {
  key: 'text-info',
  string: 'text-ok',
  number: 'text-gold',
  word: 'text-warn',
  plain: undefined,
};

interface JsonViewProps {
  /** The name of the value, for screen readers and the copy button: `Request`. */
  label: string;
  value: unknown;
  className?: string;
}

/** A value as coloured JSON, with a button that copies it. */
export function JsonView({ label, value, className }: JsonViewProps) {
  const text = useMemo(() => JSON.stringify(value, null, 2) ?? '', [value]);
  const tokens = useMemo(() => jsonTokens(text), [text]);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <div className={cn('relative min-w-0', className)}>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md border bg-canvas p-3"
      >
        <pre className="font-mono text-2xs leading-4.5">
          {tokens.map((token) => (
            <span key={token.at} className={INK[token.kind]}>
              {token.text}
            </span>
          ))}
        </pre>
      </section>
      <Button
        variant="ghost"
        size="icon-sm"
        className="absolute top-1.5 right-1.5 bg-canvas/80"
        aria-label={`Copy: ${label}`}
        onClick={copy}
      >
        {copied ? <Check className="text-ok" /> : <Copy />}
      </Button>
    </div>
  );
}
