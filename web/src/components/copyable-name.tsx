'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './ui/button';

/** A generated name or an id, with a button that copies it. */
export function CopyableName({ name }: { name: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(name);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1">
      <span className="min-w-0 break-all font-mono">{name}</span>
      <Button variant="ghost" size="icon-sm" className="size-6" aria-label={`Copy ${name}`} onClick={copy}>
        {copied ? <Check className="text-ok" /> : <Copy />}
      </Button>
    </span>
  );
}
