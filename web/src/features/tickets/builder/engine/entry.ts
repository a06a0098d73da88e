/** The text of a box for a value of the configuration. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The value of a text; text that is no number stays text, and the API reports it. */
export function integerOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (!trimmed) return undefined;
  const number = Number(trimmed);
  return /^-?\d+$/.test(trimmed) && Number.isSafeInteger(number) ? number : trimmed;
}

export function numberOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (!trimmed) return undefined;
  // `12.` and `1.50` are still being typed: they become numbers only if nothing is lost.
  const number = Number(trimmed);
  return Number.isFinite(number) && String(number) === trimmed ? number : trimmed;
}

/** An amount stays text, without the separators that people type. */
export function amountOf(text: string): string | undefined {
  return text.replace(/[\s,]/g, '') || undefined;
}

/** A time of the API (UTC) for a browser's date-and-time box. */
export function toBox(value: unknown): string {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(shown(value));
  if (!match) return '';
  const text = shown(value);
  if (/[+-]\d{2}:?\d{2}$/.test(text)) {
    const time = Date.parse(text.replace(' ', 'T'));
    return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 16);
  }
  return `${match[1]}T${match[2]}`;
}

/** … and back: times are in UTC, as everywhere in the product. */
export function fromBox(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? `${text}:00Z` : undefined;
}
