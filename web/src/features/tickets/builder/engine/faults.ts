import type { Schema } from '@/api/client';
import type { ProblemItem } from '@/api/problem';
import { isWithin, type JsonObject, type Path, pathOf, pointerOf, valueAt } from './json';

/** Something that is wrong or odd with the ticket, in the words of the API. */
export interface Fault {
  pointer: string;
  message: string;
  suggestion: string | undefined;
  severity: 'error' | 'warning';
}

type Plain = Pick<Schema<'Fault'>, 'pointer' | 'message' | 'suggestion'>;

export function faultOf(plain: Plain, severity: string): Fault {
  return {
    pointer: plain.pointer,
    message: plain.message,
    suggestion: plain.suggestion ?? undefined,
    severity: severity === 'error' ? 'error' : 'warning',
  };
}

/** A fault of a refused request. */
export function refused(item: ProblemItem): Fault {
  return {
    pointer: item.pointer ?? '',
    message: item.detail,
    suggestion: item.suggestion ?? undefined,
    severity: 'error',
  };
}

export function words(fault: Fault): string {
  return fault.suggestion ? `${fault.message} ${fault.suggestion}` : fault.message;
}

/** What QA found, as far as it still stands: what it pointed at has been as it is now. */
export function standing(
  findings: readonly Schema<'Finding'>[],
  judged: JsonObject,
  now: JsonObject,
): Fault[] {
  return findings
    .filter(({ pointer }) => {
      const path = pathOf(pointer);
      return !path || same(valueAt(judged, path), valueAt(now, path));
    })
    .map((finding) => faultOf(finding, finding.severity));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Faults without those that say the same of the same place. */
export function once(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ pointer, message }) => {
    const key = `${pointer} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The faults of the thing at a path, and of all inside of it. */
export function within(faults: readonly Fault[], path: Path): Fault[] {
  const outer = pointerOf(path);
  return faults.filter(({ pointer }) => isWithin(pointer, outer));
}

/** The faults of the thing at a path itself. */
export function exactly(faults: readonly Fault[], path: Path): Fault[] {
  const pointer = pointerOf(path);
  return faults.filter((fault) => fault.pointer === pointer);
}
