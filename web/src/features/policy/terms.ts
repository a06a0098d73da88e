import type { Schema } from '@/api/client';

export type Term = Schema<'BlockedTerm'>;

/** A term in a form that people read and can type again. */
export function termLabel(term: Term): string {
  return [term.name, term.id && `id:${term.id}`].filter(Boolean).join(' ');
}

/** The list with the typed terms (separated by commas or lines; `id:6003` is a platform's id), each once. */
export function addTerms(terms: readonly Term[], typed: string): Term[] {
  const list = [...terms];
  for (const word of typed.split(/[,;\n]/).map((part) => part.trim())) {
    const id = /^id:\s*(\S+)$/i.exec(word)?.[1];
    const term: Term = id ? { id } : { name: word.toLowerCase() };
    const label = termLabel(term);
    if (label && !list.some((other) => termLabel(other).toLowerCase() === label.toLowerCase()))
      list.push(term);
  }
  return list;
}
