import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that start, kill and find again processes on fixed ports: nobody else may take a port meanwhile. */
const alone = 'test/local/dynamodb/**/*.test.ts'

/** A pilot killed again and again takes minutes: it has a command of its own, `npm run test:crash`, and its place in CI. */
const crash = 'test/crash/crash.test.ts'

/** The pilot of 24 weeks takes as long as all others together: begun first, it ends with them. */
const pilot = 'test/flow/pilot.test.ts'

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(b.moduleId.endsWith(pilot)) - Number(a.moduleId.endsWith(pilot)))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [alone, crash],
          // Files that boot a database or the whole platform wait for it half of the time: one more than there are cores pays off.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: [alone], maxWorkers: 1, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'crash', include: [crash], maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
})
