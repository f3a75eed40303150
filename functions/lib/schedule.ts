import middy from '@middy/core'
import { container } from '@pilotgate/aws/container'
import type { Work } from '@pilotgate/core/program/actor'
import type { EventBridgeEvent } from 'aws-lambda'
import { log } from './log.ts'

/**
 * A Lambda handler that runs for every running program, on a schedule. One program that fails does not keep the others
 * waiting; the invocation then fails in the end, so that EventBridge tries again (what is done already changes nothing).
 */
export const forEachRunningProgram = (run: (work: Work, tenantId: string, programId: string) => Promise<void>) =>
  middy<EventBridgeEvent<string, unknown>, void>().handler(async (event) => {
    const { store, ids } = container()
    const work = { store, ids, now: new Date(event.time).toISOString() }
    const failures: unknown[] = []
    for await (const { tenantId, programId } of store.runningPrograms()) {
      try {
        await run(work, tenantId, programId)
      } catch (error) {
        log('ERROR', String(error), { programId })
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} programs could not be checked.`)
  })
