import { type JsonSchema, valuesOf } from './schema';
import { commonPrefix, humanize } from './words';

export interface Choice {
  value: unknown;
  label: string;
  detail?: string;
}

/** The values of a field for people; those that fit the other choices come first. */
export function choicesOf(schema: JsonSchema, fits: ReadonlySet<unknown> | undefined): Choice[] {
  const values = valuesOf(schema) ?? [];
  const prefix = commonPrefix(values.filter((value) => typeof value === 'string'));
  const usual = fits ?? (schema['x-usual']?.length ? new Set(schema['x-usual']) : undefined);
  const rank = (value: unknown) => (usual && !usual.has(value) ? 1 : 0);
  return [...values]
    .sort((a, b) => rank(a) - rank(b))
    .map((value) => {
      if (typeof value !== 'string') return { value, label: String(value) };
      const label = humanize(value.slice(prefix.length));
      return { value, label, detail: rank(value) ? 'unusual here' : value };
    });
}

let countries: Choice[] | undefined;

/** All countries that the browser knows, by their codes. */
export function COUNTRIES(): (Choice & { value: string })[] {
  countries ??= listCountries();
  return countries as (Choice & { value: string })[];
}

/** Codes that have a name in the browser but are not one country. */
const NO_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
]);

function listCountries(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return (
    letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((code) => !NO_COUNTRY.has(code) && names.of(code))
      // Former codes (DD, SU) have the names of today's countries.
      .filter((code) => new Intl.Locale(`und-${code}`).region === code)
      .map((code) => ({ value: code, label: names.of(code) ?? code, detail: code }))
      .sort((a, b) => a.label.localeCompare(b.label))
  );
}
