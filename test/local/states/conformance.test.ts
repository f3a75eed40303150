import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { LambdaFailure } from '../../../packages/local/src/lambda.ts'
import { bench } from './harness.ts'
import { comparable, type Recording, recordedEvents } from './recordings.ts'

const file = join(import.meta.dirname, '../../../../shared/conformance/asl/executions.jsonata.json')
const present = existsSync(file)

/** Recordings that are known to differ, each with its reason. */
const KNOWN_DIFFERENCES: Record<string, string> = {}

const LAMBDAS: Record<string, (payload: never) => unknown> = {
  'id_function.py': (payload) => payload,
  'raise_exception.py': () => {
    throw new LambdaFailure('Exception', 'Some exception was raised.')
  },
}

describe.skipIf(!present)(
  `recorded histories of the service (${present ? file : 'not here: ../shared/conformance/asl'})`,
  () => {
    it('agree with the engine, event for event', async () => {
      const recordings = JSON.parse(readFileSync(file, 'utf8')) as Recording[]
      const different: string[] = []
      for (const recording of recordings) {
        const problem = await difference(recording)
        if (problem) different.push(recording.id)
        if (problem && process.env.SHOW) console.log(recording.id, problem)
      }
      console.log(`Recorded JSONata executions: ${recordings.length - different.length} of ${recordings.length} agree.`)
      expect(different.sort()).toEqual(Object.keys(KNOWN_DIFFERENCES).sort())
    })
  },
)

async function difference(recording: Recording): Promise<string | undefined> {
  const handler = LAMBDAS[recording.lambdas[0]?.handler_file ?? '']
  const functions = ['lambda_function_name', '<lambda-function-name>', '<lambda_function_name>']
  const { engine, start, settle, events } = bench(
    handler ? Object.fromEntries(functions.map((name) => [name, handler])) : {},
  )
  try {
    const definition = { QueryLanguage: undefined, ...(recording.definition as object) }
    const arn = start(definition, JSON.parse(recording.input))
    await settle(arn)
    const ours = comparable(events(arn))
    const theirs = recordedEvents(recording)
    const at = theirs.findIndex((event, index) => !isDeepStrictEqual(event, ours[index]))
    if (at < 0 && ours.length === theirs.length) return undefined
    return `event ${at}\n  recorded ${JSON.stringify(theirs[at])}\n  here     ${JSON.stringify(ours[at])}`
  } finally {
    engine.close()
  }
}
