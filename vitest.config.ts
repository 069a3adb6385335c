import { defineConfig } from 'vitest/config';

const TESTS = ['src/**/*.test.{ts,tsx}', 'grader/**/*.test.ts', '.ci/**/*.test.ts'];
const BROWSER_TESTS = '**/*.browser.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: TESTS,
          exclude: ['**/node_modules/**', '.ci/testdata/**', BROWSER_TESTS],
          // Every cluster that a test creates is held to the simulator's invariants.
          setupFiles: ['src/sim/testing/invariants/testdata/in-every-test.ts'],
          testTimeout: 20_000,
          // Files share what they import: a worker loads the simulator once, not once a file.
          isolate: false,
        },
      },
      {
        // These drive a real browser against the built pages: `npm run build` first.
        test: {
          name: 'browser',
          include: [BROWSER_TESTS],
          exclude: ['**/node_modules/**'],
          globalSetup: ['.ci/browser/serve-site.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
