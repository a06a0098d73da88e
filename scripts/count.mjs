// Counts tests: `node scripts/count.mjs cargo.log vitest.json playwright.json` prints the slowest tests and "N passed, N failed", and
// fails if a test failed or if one of the three has no tests. A report that is missing, or cannot be read, counts as one failure.
import { readFileSync } from 'node:fs';

const SLOWEST = 10;

const cargo = (text) => {
  const results = [...text.matchAll(/^test result: \S+ (\d+) passed; (\d+) failed;/gm)];
  const sum = (group) => results.reduce((total, result) => total + Number(result[group]), 0);
  // Cargo tells no times of single tests, only those of each program.
  const programs = text.matchAll(/^\s+(?:Running (?:unittests )?(\S+) \(\S*?([\w-]+)-[0-9a-f]+\)|Doc-tests (\S+))$|finished in ([\d.]+)s$/gm);
  const times = [];
  let name = '';
  for (const [, file, program, documented, seconds] of programs) {
    if (seconds) times.push([`${name} (all of its tests)`, Number(seconds)]);
    else name = documented ? `doc tests of ${documented}` : `${program} ${file}`;
  }
  return { passed: sum(1), failed: sum(2), times };
};

const vitest = (text) => {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success, testResults } = JSON.parse(text);
  const times = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => [fullName, (duration ?? 0) / 1000]),
  );
  // A file that cannot even be loaded has no tests that fail.
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites || (success ? 0 : 1), times };
};

const playwright = (text) => {
  const { stats, errors, suites } = JSON.parse(text);
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const times = suites.flatMap(specs).map(({ file, title, tests }) => {
    const results = tests.flatMap((test) => test.results);
    return [`${file}: ${title}`, results.reduce((sum, { duration }) => sum + duration, 0) / 1000];
  });
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, times };
};

const count = (name, file, read) => {
  try {
    const counted = read(readFileSync(file, 'utf8'));
    if (counted.passed + counted.failed > 0) return { name, ...counted };
    console.error(`No tests were found by ${name}.`);
  } catch (error) {
    console.error(`No results of ${name}: ${error.message}`);
  }
  return { name, passed: 0, failed: 1, times: [] };
};

const slowest = ({ name, times }) => {
  const sorted = times.toSorted(([, one], [, other]) => other - one).slice(0, SLOWEST);
  return [`Slowest of ${name}, in seconds:`, ...sorted.map(([test, seconds]) => `${seconds.toFixed(1).padStart(8)}  ${test}`)];
};

const [log, unit, browser] = process.argv.slice(2);
const counts = [count('cargo', log, cargo), count('vitest', unit, vitest), count('playwright', browser, playwright)];
console.log(counts.flatMap(slowest).join('\n'));
const sum = (key) => counts.reduce((total, counted) => total + counted[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
