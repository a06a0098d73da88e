// Counts tests: `node scripts/count.mjs cargo.log vitest.json playwright.json` prints "N passed, N failed", and fails where one
// failed or where one of the three tells of none. A report that is missing, or cannot be read, counts as one failure.
import { readFileSync } from 'node:fs';

const cargo = (text) => {
  const results = [...text.matchAll(/^test result: \S+ (\d+) passed; (\d+) failed;/gm)];
  const sum = (group) => results.reduce((total, result) => total + Number(result[group]), 0);
  return [sum(1), sum(2)];
};

const vitest = (text) => {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(text);
  // A file that cannot even be loaded has no tests that fail.
  return [numPassedTests, numFailedTests || numFailedTestSuites || (success ? 0 : 1)];
};

const playwright = (text) => {
  const { stats, errors } = JSON.parse(text);
  return [stats.expected + stats.flaky, stats.unexpected + errors.length];
};

const count = (name, file, read) => {
  try {
    const [passed, failed] = read(readFileSync(file, 'utf8'));
    if (passed + failed > 0) return [passed, failed];
    console.error(`No tests were found by ${name}.`);
  } catch (error) {
    console.error(`No results of ${name}: ${error.message}`);
  }
  return [0, 1];
};

const [log, unit, browser] = process.argv.slice(2);
const counts = [count('cargo', log, cargo), count('vitest', unit, vitest), count('playwright', browser, playwright)];
const [passed, failed] = [0, 1].map((at) => counts.reduce((sum, counted) => sum + counted[at], 0));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
