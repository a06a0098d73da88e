// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { schema, target } from '../../scripts/schema.mjs';

test('schema.d.ts matches openapi.json', async () => {
  const committed = await readFile(target, 'utf8');
  expect(committed === (await schema()), 'openapi.json has changed: run `npm run types`').toBe(true);
}, 30_000);
