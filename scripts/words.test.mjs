// Checks of the lint itself: `node --test scripts/words.test.mjs`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from './words.mjs';

const lines = (name, text) => check(name, text).map(([line]) => line);

test('a phrase is found in comments, strings, names and docs', () => {
  assert.deepEqual(lines('a.rs', '// What is in hand.\nlet text = "It is made anew.";\nfn what_is_in_hand() {}\n'), [1, 2, 3]);
  assert.deepEqual(lines('a.md', 'Whoever asks.\n'), [1]);
});

test('a phrase may go across lines of a comment or of a string', () => {
  assert.deepEqual(lines('a.rs', '    // The ones in\n    // hand.\n'), [1]);
  assert.deepEqual(lines('a.rs', 'let text = "The filter lets \\\n    through nothing";\n'), [1]);
});

test('a replaced name is found as a whole word only', () => {
  assert.deepEqual(lines('a.rs', 'struct Courier;\nuse as_read::x;\nstruct Packaging;\nlet was_read = 1;\n'), [1, 2]);
});

test('a doc comment begins with its subject', () => {
  assert.deepEqual(lines('a.rs', '/// What it does.\n//! Whether it may.\n// Where it is.\n/// The place.\n/// Whatsoever\n'), [1, 2]);
  assert.deepEqual(lines('a.ts', '/** How it looks. */\n/** The look. */\n'), [1]);
});

test('a field of the API keeps its name', () => {
  assert.deepEqual(lines('a.ts', 'worker.in_hand\n'), []);
});

test('words that only look alike pass', () => {
  assert.deepEqual(lines('a.rs', '// A recommendation, in handlers, for managing and packaging.\n'), []);
});
