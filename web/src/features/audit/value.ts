/** A value of an event in a few letters. */
export function shortValue(value: unknown): string {
  const text = longValue(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A value of an event in full. */
export function longValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'string') return value;
  return JSON.stringify(value, null, 2);
}
