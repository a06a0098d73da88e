/** The order after a click on a column's head: ascending, descending, then as the API does by itself. */
export function nextSort(sort: string | undefined, field: string): string | undefined {
  if (sort === field) return `-${field}`;
  return sort === `-${field}` ? undefined : field;
}

/** What a column's head tells a screen reader. */
export function ariaSort(
  sort: string | undefined,
  field: string | undefined,
): 'ascending' | 'descending' | 'none' {
  if (!field) return 'none';
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : 'none';
}
