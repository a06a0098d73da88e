'use client';

import { useState } from 'react';
import { Textarea } from '@/components/ui/input';

/** A value without a schema, as JSON. Text that is not JSON stays text, and the API reports it. */
export function RawControl({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, null, 2)));
  return (
    <Textarea
      className="font-mono text-xs"
      placeholder="{}"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(parse(event.target.value));
      }}
    />
  );
}

function parse(text: string): unknown {
  if (!text.trim()) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
