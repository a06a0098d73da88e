/** `AT, CH, DE` as a list. */
export function countryCodes(list: string): string[] {
  return list
    .split(/[\s,;]+/)
    .map((country) => country.trim().toUpperCase())
    .filter(Boolean);
}
