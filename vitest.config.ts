import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that start, kill and find again processes on fixed ports: nobody else may take a port meanwhile. */
const alone = 'test/local/dynamodb/**/*.test.ts'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [alone],
          // Files that boot a database or the whole platform mostly wait for it: two at a time pay off even on two cores.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: [alone], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
})
