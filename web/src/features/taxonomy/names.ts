import type { Schema } from '@/api/client';

type Verdict = Schema<'NameVerdict'>;

export type Judgement = 'valid' | 'former' | 'ambiguous' | 'wrong';

/** The names in a pasted text: one per line, or the first column of a sheet; each once. */
export function namesIn(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => (line.split(/[\t,;]/)[0] ?? '').trim().replace(/^"(.*)"$/, '$1'));
  return [...new Set(lines.filter(Boolean))];
}

/** The verdict on a name, in one word. */
export function judge(verdict: Verdict): Judgement {
  if (verdict.ambiguous.length > 0) return 'ambiguous';
  if (!verdict.valid) return 'wrong';
  return verdict.reading?.former ? 'former' : 'valid';
}

export const JUDGEMENTS: Record<Judgement, { label: string; tone: 'ok' | 'info' | 'warn' | 'bad' }> = {
  valid: { label: 'Valid', tone: 'ok' },
  former: { label: 'Valid, former code', tone: 'info' },
  ambiguous: { label: 'Ambiguous', tone: 'warn' },
  wrong: { label: 'Not valid', tone: 'bad' },
};
