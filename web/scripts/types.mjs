// Writes src/api/schema.d.ts after a change of openapi.json.
import { writeFile } from 'node:fs/promises';
import { schema, target } from './schema.mjs';

await writeFile(target, await schema());
