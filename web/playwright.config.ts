import { defineConfig } from '@playwright/test';

/** The server under test: `omnitraffick up --demo` on a free port, which serves the export and the API. */
const baseURL = process.env.E2E_URL ?? 'http://127.0.0.1:8000';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // The time-out of a condition on a busy machine; faster ones set their own.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    baseURL,
    viewport: { width: 1366, height: 768 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's own sandbox refuses to run as root, which is usual in containers.
      args: ['--no-sandbox'],
    },
  },
});
