import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '../client';

/** The name that a campaign or ticket would get. */
export const namePreviewQuery = (input: Schema<'NamePreviewRequest'>, enabled: boolean) =>
  queryOptions({
    queryKey: ['campaigns', 'preview', input],
    queryFn: ({ signal }) => body(api.POST('/api/v1/taxonomy/preview', { body: input, signal })),
    enabled,
    retry: false,
    // While the next answer is on its way the last name stays on screen instead of a flicker.
    placeholderData: keepPreviousData,
  });

/** Names of a request: the answer to so many comes within a second. */
const BATCH = 1000;

/** Reads names and says of each whether it is one of ours, and why not. */
export async function validateNames(names: readonly string[]): Promise<Schema<'NameVerdict'>[]> {
  const verdicts: Schema<'NameVerdict'>[] = [];
  for (let from = 0; from < names.length; from += BATCH) {
    const some = names.slice(from, from + BATCH);
    const answer = await body(api.POST('/api/v1/taxonomy/validate', { body: { names: some } }));
    verdicts.push(...(Array.isArray(answer) ? answer : [answer]));
  }
  return verdicts;
}
