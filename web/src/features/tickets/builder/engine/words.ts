/** Words that stay in capitals inside of a sentence. */
const ACRONYMS = new Set([
  'ID',
  'IDS',
  'URL',
  'CPC',
  'CPM',
  'CPV',
  'OCPM',
  'ROAS',
  'IOS',
  'SKAN',
  'API',
  'EU',
]);

/** A word of an API in readable form: `LOWEST_COST_WITH_BID_CAP` is "Lowest cost with bid cap". */
export function humanize(word: string): string {
  const words = word.split(/[_\s]+/).filter(Boolean);
  return words
    .map((part, index) => {
      const upper = part.toUpperCase();
      if (ACRONYMS.has(upper)) return upper === 'IDS' ? 'IDs' : upper;
      const lower = part.toLowerCase();
      return index === 0 ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    })
    .join(' ');
}

/** The common beginning of a list's values, which carries no information: without it, `OUTCOME_SALES` is "Sales". */
export function commonPrefix(words: readonly string[]): string {
  const [first = ''] = words;
  if (words.length < 2) return '';
  const parts = first.split('_');
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const prefix = `${parts.slice(0, count).join('_')}_`;
    if (words.every((word) => word.startsWith(prefix) && word.length > prefix.length)) return prefix;
  }
  return '';
}
