import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that start, kill and find again processes on fixed ports: nobody else may take a port meanwhile. */
const alone = 'test/local/dynamodb/**/*.test.ts'

/** A pilot of 24 weeks, and one that is killed again and again: they take minutes and have a command of their own, `npm run test:long`, and their place in CI. */
const long = ['test/flow/pilot.test.ts', 'test/crash/crash.test.ts']

/** Files that boot a database or the whole platform wait for it half of the time: one more than there are cores pays off. */
const workers = availableParallelism() + 1

/** Files that take a minute or more, the longest first. */
const slow = [...long, 'test/console/browser/main-job.test.ts', 'test/flow/door.test.ts', 'test/stacks/deploy.test.ts']

/** What takes longest begins first: begun last, it would go on alone when everything else is over. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = slow.findIndex((file) => moduleId.endsWith(file))
      return found < 0 ? slow.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [alone, ...long],
          maxWorkers: workers,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: [alone], maxWorkers: 1, sequence: { groupOrder: 1 } } },
      // Beside the others, where both run: they would otherwise be alone with their waiting for minutes.
      { extends: true, test: { name: 'long', include: long, maxWorkers: workers, sequence: { groupOrder: 0 } } },
    ],
  },
})
