const MICROS = 1_000_000n;

/** A decimal of the API as an exact number of millionths; undefined if it is no decimal. */
export function micros(decimal: string | null | undefined): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(decimal?.trim() ?? '');
  if (!match) return undefined;
  const [, sign, whole = '0', fraction = ''] = match;
  const amount = BigInt(whole) * MICROS + BigInt(fraction.padEnd(6, '0'));
  return sign ? -amount : amount;
}

/** Millionths as a decimal of the API. */
export function decimal(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0{1,4}$/, '');
  return `${sign}${digits.slice(0, -6)}.${fraction}`;
}

/** An amount for people: `$50,000.00`. The formatter gets the text unchanged, so no digit is lost. */
export function formatMoney(amount: string, currency: string): string {
  // Not the narrow symbol: Mexico's dollar sign is not that of the United States.
  const style = { style: 'currency', currency } as const;
  try {
    return new Intl.NumberFormat('en', style).format(amount as Intl.StringNumericLiteral);
  } catch {
    return `${amount} ${currency}`;
  }
}

/** The percentage of `whole` that `part` is; 0 if `whole` is 0. */
export function percent(part: bigint, whole: bigint): number {
  return whole > 0n ? Number((part * 1000n) / whole) / 10 : 0;
}
