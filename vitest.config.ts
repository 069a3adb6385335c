import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'grader/**/*.test.ts', '.ci/**/*.test.ts'],
    exclude: ['**/node_modules/**', '.ci/browser/**'],
    testTimeout: 20_000,
  },
});
