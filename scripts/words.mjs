// Refuses dialect: `node scripts/words.mjs [path…]` reads code, comments, docs and copy, prints each old-fashioned phrase, each
// replaced name and each doc comment that begins like a riddle ("What …", "Whether …"), and fails if there is one.
// Without a path it reads the whole project. CONTRIBUTING.md says how the project speaks.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');

// Paths that are still to be rewritten. Remove a line when its path is clean; add none.
const NOT_YET = [
  'crates/connectors',
  'crates/domain/src/event',
  'crates/domain/src/event.rs',
];

// Phrases, and plainer ones. A space stands for any white space, also for a line break inside of a comment.
const PHRASES = [
  ['in hand', 'in flight, held, claimed'],
  ['anew', 'again'],
  ['whoever', 'a caller, anyone who, the one who'],
  ['whatever', 'any, everything, all'],
  ['(lets?|letting) through', 'allow, accept, pass'],
  ['(un)?mend(s|ed|ing)?', 'fix, repair'],
  ['(to )?be had', 'be available'],
  ['so to say', ''],
  ['lest', 'so that … not'],
  ['knows? not', 'does not know'],
  ['(speaks?|spoke|speaking|spoken) against', 'conflicts with, is an error'],
  ['(comes?|came|coming) of', 'results from, is the result of'],
  ['(goes?|went|going) by', 'uses, follows'],
  ['(stands?|stood|standing) in', 'is in'],
  ['(leaves?|leaving|left) alone', 'does not change, ignore'],
  ['would be right', 'is accepted'],
  ['usual course', 'normal case'],
  ['with care', 'carefully; say what is checked'],
  ['by and by', 'after a while'],
  ['to look at', 'warning'],
];

// Names that have been replaced, and by what. They are matched as a whole word or as a whole part of a snake_case name.
const NAMES = [
  ['Aging\\w*', 'StaleCache'],
  ['Courier', 'BackgroundSender'],
  ['Letterbox', 'Transport'],
  ['(\\w+_)?linger(_\\w+)?', 'drain_body'],
  ['Saboteur|CrashPoint', 'Failpoint'],
  ['look_back|looked_back', 'verify'],
  ['look_up', 'find_by_name'],
  ['as_read', 'guard'],
];

// Fields of the API and columns of the database, which keep their names.
const FIELDS = /\bin_hand\b/g;

// The first words of a doc comment that asks instead of telling.
const RIDDLE = /^(What|Whatever|Whether|How|Where|Who|Whoever|Whose)\b/;

// Made or foreign files, and this one, which has to name the words.
const SKIPPED = new Set(['.git', 'target', 'data', 'node_modules', 'out', '.next', 'test-results', 'schema.d.ts', 'words.mjs', 'words.test.mjs']);
const READ = /\.(rs|tsx?|mjs|css|md|toml|sh|yaml|yml|sql|service|conf)$|^(Makefile|Containerfile|openapi\.json)$/;

const phrases = PHRASES.map(([phrase, plain]) => [new RegExp(`\\b(?:${phrase.replaceAll(' ', '\\s+')})\\b`, 'gi'), plain]);
const names = NAMES.map(([name, plain]) => [new RegExp(`\\b(?:${name})\\b`, 'g'), plain]);

// Blanks the beginning of a comment's line, the end of a string's line and the underscores of names, so that a phrase is found across
// lines and in names.
const joined = (text) =>
  text.replace(/^[ \t]*(\/\/[/!]?|#|\*(?!\/))/gm, (mark) => ' '.repeat(mark.length)).replace(/\\$|_/gm, ' ');

const said = (found, plain) => `"${found.replace(/\s+/g, ' ')}"${plain && ` (rather: ${plain})`}`;

/** Returns the lines of a file that speak dialect, as pairs of a line's number and the reason. */
export const check = (name, text) => {
  const findings = [];
  const search = (where, patterns) => {
    for (const [pattern, plain] of patterns) {
      for (const { 0: found, index } of where.matchAll(pattern)) {
        findings.push([where.slice(0, index).split('\n').length, said(found, plain)]);
      }
    }
  };
  search(joined(text.replace(FIELDS, (field) => '-'.repeat(field.length))), phrases);
  search(text, names);
  const doc = name.endsWith('.rs') ? /^\s*\/\/[/!] ?(.*)/ : /\.(tsx?|mjs)$/.test(name) ? /^\s*\/\*\* ?(.*)/ : null;
  if (doc) {
    text.split('\n').forEach((line, at) => {
      const riddle = doc.exec(line)?.[1].match(RIDDLE);
      if (riddle) findings.push([at + 1, `a doc comment's line begins with "${riddle[0]}": begin with the subject`]);
    });
  }
  return findings.sort(([one], [other]) => one - other);
};

const files = (path) => {
  const name = path.split('/').at(-1);
  if (SKIPPED.has(name)) return [];
  if (statSync(path).isDirectory()) return readdirSync(path).sort().flatMap((entry) => files(join(path, entry)));
  return READ.test(name) ? [path] : [];
};

const main = (paths) => {
  let wrong = 0;
  let read = 0;
  for (const file of (paths.length ? paths : [ROOT]).flatMap((path) => files(resolve(path)))) {
    const name = relative(ROOT, file);
    if (!paths.length && NOT_YET.some((path) => name === path || name.startsWith(`${path}/`))) continue;
    read += 1;
    for (const [line, reason] of check(name, readFileSync(file, 'utf8'))) {
      wrong += 1;
      console.error(`${name}:${line}: ${reason}`);
    }
  }
  if (wrong) console.error(`${wrong} places speak dialect; see "How it reads" in CONTRIBUTING.md.`);
  return wrong === 0 && read > 0;
};

if (process.argv[1] === fileURLToPath(import.meta.url) && !main(process.argv.slice(2))) process.exit(1);
