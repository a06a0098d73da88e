// The text of src/api/schema.d.ts, generated from the API's own document.
import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('..', import.meta.url);

export const target = new URL('src/api/schema.d.ts', root);

export async function schema() {
  const document = JSON.parse(await readFile(new URL('../openapi.json', root), 'utf8'));
  const types = astToString(await openapiTS(document, { alphabetize: true }));
  return `// Made from ../openapi.json by \`npm run types\`: do not edit.\n\n${types}`;
}
