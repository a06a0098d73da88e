import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import { ProblemError, sentence } from '@/api/problem';

/**
 * Puts the violations of a refused request at their fields. Returns the others, for the form as a whole;
 * undefined if there are none.
 */
export function placeProblem<Values extends FieldValues>(
  error: unknown,
  fields: readonly Path<Values>[],
  setError: UseFormSetError<Values>,
): string | undefined {
  if (!(error instanceof ProblemError)) {
    return error instanceof Error ? error.message : 'Something unexpected went wrong.';
  }
  let placed = 0;
  for (const field of fields) {
    const violations = error.at(field);
    if (violations.length === 0) continue;
    placed += violations.length;
    setError(
      field,
      { type: 'server', message: violations.map(sentence).join(' ') },
      { shouldFocus: placed === violations.length },
    );
  }
  if (placed > 0 && placed === error.errors.length) return undefined;
  const rest = error.errors.filter((item) => !fields.some((field) => error.at(field).includes(item)));
  return rest.length > 0 ? rest.map(sentence).join(' ') : error.message;
}
