import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '../client';

/** The name that a campaign or ticket would get. */
export const namePreviewQuery = (input: Schema<'NamePreviewRequest'>, enabled: boolean) =>
  queryOptions({
    queryKey: ['campaigns', 'preview', input],
    queryFn: ({ signal }) => body(api.POST('/api/v1/taxonomy/preview', { body: input, signal })),
    enabled,
    retry: false,
    // Until the next answer arrives, the last name stays on screen, so that nothing flickers.
    placeholderData: keepPreviousData,
  });

/** Names per request: the answer for this number takes less than a second. */
const BATCH = 1000;

/** Checks names, and returns the reason for each invalid one. */
export async function validateNames(names: readonly string[]): Promise<Schema<'NameVerdict'>[]> {
  const verdicts: Schema<'NameVerdict'>[] = [];
  for (let from = 0; from < names.length; from += BATCH) {
    const some = names.slice(from, from + BATCH);
    const answer = await body(api.POST('/api/v1/taxonomy/validate', { body: { names: some } }));
    verdicts.push(...(Array.isArray(answer) ? answer : [answer]));
  }
  return verdicts;
}
