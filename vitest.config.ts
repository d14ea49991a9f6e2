import { defineConfig } from 'vitest/config'

const pure = ['src/core/**/*.test.ts', 'src/programmes/**/*.test.ts', 'src/*.test.ts', 'src/web/**/*.test.{ts,tsx}']

/** Two projects, so that a run of pure tests starts no database. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Nothing pure remembers anything: its files share what they import.
      { test: { name: 'pure', include: pure, isolate: false } },
      {
        test: {
          name: 'database',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['test/support/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
