import type { Schema } from '@/api/client';
import type { ProblemItem } from '@/api/problem';
import { isWithin, type Path, pointerOf } from './json';

/** Something that is wrong or odd with the ticket, in the words of the API. */
export interface Fault {
  pointer: string;
  message: string;
  suggestion: string | undefined;
  severity: 'error' | 'warning';
}

export function faultOf(finding: Schema<'Finding'>): Fault {
  return {
    pointer: finding.pointer,
    message: finding.message,
    suggestion: finding.suggestion ?? undefined,
    severity: finding.severity === 'error' ? 'error' : 'warning',
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
