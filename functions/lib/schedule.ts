import middy from '@middy/core'
import { container } from '@pilotgate/aws/container'
import type { Store } from '@pilotgate/core/ports'
import type { Work } from '@pilotgate/core/program/actor'
import type { EventBridgeEvent } from 'aws-lambda'
import { log } from './log.ts'

/**
 * A Lambda handler that runs for each of many things, on a schedule. One that fails does not keep the others waiting; the
 * invocation then fails in the end, so that EventBridge tries again (what is done already changes nothing).
 */
const forEach = <T extends Record<string, string>>(
  all: (store: Store) => AsyncIterable<T>,
  run: (work: Work, one: T) => Promise<void>,
) =>
  middy<EventBridgeEvent<string, unknown>, void>().handler(async (event) => {
    const { store, ids } = container()
    const work = { store, ids, now: new Date(event.time).toISOString() }
    const failures: unknown[] = []
    for await (const one of all(store)) {
      try {
        await run(work, one)
      } catch (error) {
        log('ERROR', String(error), one)
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be checked.`)
  })

export const forEachRunningProgram = (run: (work: Work, tenantId: string, programId: string) => Promise<void>) =>
  forEach(
    (store) => store.runningPrograms(),
    (work, { tenantId, programId }) => run(work, tenantId, programId),
  )

/** Organisations with a program that runs or is paused. */
export const forEachOrganisation = (run: (work: Work, tenantId: string) => Promise<void>) =>
  forEach(organisations, (work, { tenantId }) => run(work, tenantId))

async function* organisations(store: Store): AsyncIterable<{ tenantId: string }> {
  const seen = new Set<string>()
  for await (const { tenantId } of store.runningPrograms()) {
    if (seen.has(tenantId)) continue
    seen.add(tenantId)
    yield { tenantId }
  }
}
