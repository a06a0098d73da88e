const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `3 min. ago`; after a month it shows the date. */
export function ago(time: string, now: number): string {
  const seconds = Math.round((Date.parse(time) - now) / 1000);
  if (Math.abs(seconds) >= 30 * 86_400) return day(time);
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return 'just now';
}

/** `25 Nov 2026`. */
export function day(time: string): string {
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(time).toLocaleDateString('en-GB', style);
}

/** `25 Nov 2026, 13:11:04 UTC`: the exact time, for hints and records. */
export function exact(time: string): string {
  const clock = new Date(time).toLocaleTimeString('en-GB', { timeZone: 'UTC' });
  return `${day(time)}, ${clock} UTC`;
}
