/** The order after a click on a column's head: ascending, descending, then the API's default. */
export function nextSort(sort: string | undefined, field: string): string | undefined {
  if (sort === field) return `-${field}`;
  return sort === `-${field}` ? undefined : field;
}

/** The sort order of a column's head, for screen readers. */
export function ariaSort(
  sort: string | undefined,
  field: string | undefined,
): 'ascending' | 'descending' | 'none' {
  if (!field) return 'none';
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : 'none';
}
