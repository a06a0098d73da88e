import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** `make bench-web`: the same browser, one thing at a time. */
export default defineConfig(base, { testDir: 'bench', workers: 1, fullyParallel: false, timeout: 900_000 });
