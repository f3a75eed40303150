import { DomainError, type FieldProblem } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import type { IntakeRecord, ServiceDecision } from './intake-record.ts'
import { demandUnderWay, openIntake } from './open-intake.ts'

export type Override = { services: ServiceDecision['services']; reason: string }

/**
 * A person decides other services than the rules did, with a reason (domain §2). What the rules said stays beside it.
 * @throws DomainError `NotFound`, `NotPossibleNow` (not submitted yet, program over), `InvalidInput` (services that do not fit together)
 */
export const overrideServices = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  personId: string,
  { services, reason }: Override,
): Promise<IntakeRecord> => {
  const { program, intake } = await openIntake(store, actor, programId, personId, 'decide services')
  demandUnderWay(program)
  if (intake.status !== 'submitted') {
    throw new DomainError('NotPossibleNow', 'The intake is not submitted yet; services are decided after that.')
  }
  const problems = servicesProblems(services)
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The services do not fit together.', { problems })
  const decision: ServiceDecision = {
    services: services.toSorted((a, b) => a.order - b.order),
    reasons: intake.decision?.reasons ?? [],
    overriddenBy: actor.personId,
    overrideReason: reason,
  }
  const decided: IntakeRecord = { ...intake, decision }
  await store.commit(
    [{ kind: 'intake', record: decided, expect: intake.version }],
    [{ type: 'intake.decided', tenantId: actor.tenantId, programId, at: now, by: actor.personId, personId }],
  )
  return { ...decided, version: intake.version + 1 }
}

const servicesProblems = (services: Override['services']): FieldProblem[] => {
  if (services.length === 0) return [{ field: 'services', problem: 'Choose at least one service.' }]
  const twice = services.findIndex(({ service }, index) =>
    services.slice(0, index).some((each) => each.service === service),
  )
  if (twice > 0)
    return [{ field: `services.${twice}.service`, problem: 'This service stands above already. Keep one.' }]
  const orders = [...new Set(services.map(({ order }) => order))].toSorted((a, b) => a - b)
  if (orders.every((order, index) => order === index + 1)) return []
  return [
    { field: 'services', problem: 'The order starts with 1 and leaves no number out; equal numbers run side by side.' },
  ]
}
