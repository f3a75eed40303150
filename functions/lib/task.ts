import middy from '@middy/core'
import { type Container, container } from '@pilotgate/aws/container'
import { DomainError } from '@pilotgate/core/errors'
import type { Work } from '@pilotgate/core/program/actor'
import { z } from 'zod'
import { log } from './log.ts'

const base = z.object({ task: z.string(), tenantId: z.string(), programId: z.string(), now: z.iso.datetime() })

type Step<S extends z.ZodType> = {
  input: S
  run: (input: z.output<S>, work: Work, container: Container) => Promise<unknown>
}

/** One step of a state machine: the payload beyond `{ tenantId, programId, now }`, and the use case it runs. */
export const step = <S extends z.ZodRawShape>(
  shape: S,
  run: Step<z.ZodObject<S & { tenantId: z.ZodString; programId: z.ZodString }>>['run'],
): Step<z.ZodType> =>
  ({ input: z.object({ tenantId: z.string(), programId: z.string(), ...shape }), run }) as unknown as Step<z.ZodType>

/**
 * The Lambda handler of one stage's state machine steps; the payload's `task` says which. Thrown `DomainError`s keep their
 * code as the error name, which `Retry` and `Catch` of the machines match.
 */
export const tasks = (steps: Record<string, Step<z.ZodType>>) =>
  middy<unknown, unknown>().handler(async (payload) => {
    const { task, programId, now } = base.parse(payload)
    const found = steps[task]
    if (!found) throw new DomainError('InvalidInput', `There is no step "${task}" in this function.`)
    const { store, ids } = container()
    log('INFO', 'step', { task, programId })
    // Step Functions writes times with or without milliseconds; ours always have them, so that they compare as text.
    const work = { store, ids, now: new Date(now).toISOString() }
    return (await found.run(found.input.parse(payload), work, container())) ?? {}
  })
