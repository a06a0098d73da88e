import type { Schema } from '@/api/client';
import type { ProblemItem } from '@/api/problem';
import { isWithin, type Path, pointerOf } from './json';

/** An error or a warning of the ticket, in the words of the API. */
export interface Violation {
  pointer: string;
  message: string;
  suggestion: string | undefined;
  severity: 'error' | 'warning';
}

export function violationOf(finding: Schema<'Finding'>): Violation {
  return {
    pointer: finding.pointer,
    message: finding.message,
    suggestion: finding.suggestion ?? undefined,
    severity: finding.severity === 'error' ? 'error' : 'warning',
  };
}

/** A violation of a refused request. */
export function refused(item: ProblemItem): Violation {
  return {
    pointer: item.pointer ?? '',
    message: item.detail,
    suggestion: item.suggestion ?? undefined,
    severity: 'error',
  };
}

export function words(violation: Violation): string {
  return violation.suggestion ? `${violation.message} ${violation.suggestion}` : violation.message;
}

/** Violations without duplicates at the same place. */
export function once(violations: readonly Violation[]): Violation[] {
  const seen = new Set<string>();
  return violations.filter(({ pointer, message }) => {
    const key = `${pointer} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The violations at a path and inside of it. */
export function within(violations: readonly Violation[], path: Path): Violation[] {
  const outer = pointerOf(path);
  return violations.filter(({ pointer }) => isWithin(pointer, outer));
}

/** The violations at exactly this path. */
export function exactly(violations: readonly Violation[], path: Path): Violation[] {
  const pointer = pointerOf(path);
  return violations.filter((violation) => violation.pointer === pointer);
}
