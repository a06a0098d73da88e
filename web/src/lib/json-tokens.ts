export type JsonTokenKind = 'key' | 'string' | 'number' | 'word' | 'plain';

export interface JsonToken {
  kind: JsonTokenKind;
  text: string;
  /** The position of its start, which makes a stable key. */
  at: number;
}

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** Splits JSON text into tokens of different colours; together they are the text again. */
export function jsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let seen = 0;
  const push = (kind: JsonTokenKind, part: string, at: number) => {
    if (part) tokens.push({ kind, text: part, at });
    seen = at + part.length;
  };
  for (const match of text.matchAll(TOKEN)) {
    const [, quoted, colon, number, word] = match;
    push('plain', text.slice(seen, match.index), seen);
    if (quoted !== undefined) push(colon === undefined ? 'string' : 'key', quoted, match.index);
    else if (number !== undefined) push('number', number, match.index);
    else if (word !== undefined) push('word', word, match.index);
  }
  push('plain', text.slice(seen), seen);
  return tokens;
}
