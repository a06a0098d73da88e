/** A number with its noun: `1 error`, `2 errors`, `1,200 tickets`. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
