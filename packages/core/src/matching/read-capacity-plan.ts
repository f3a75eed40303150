import type { Service } from '../intake/intake-record.ts'
import type { Scope, Store } from '../ports.ts'
import { localDate, plusDays } from '../program/calendar.ts'
import { allOf, holders, loadProgram, loadTemplate } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import { type CapacityPlan, type CapacityToPlan, planCapacity } from '../selection/capacity-plan.ts'
import { credentialId } from '../selection/credential.ts'
import { lastDayOf } from '../selection/engagement-length.ts'
import { expectedAppointment } from '../selection/expected-appointment.ts'
import { type Held, openNeeds } from '../selection/expected-needs.ts'
import { credentialsOf } from '../selection/find-credential.ts'
import type { MatchRecord } from './match-record.ts'
import { holdsPlace } from './review/load-matching.ts'

/**
 * The pool and what is asked of it, week by week (C).
 * @throws DomainError `NotFound`
 */
export const readCapacityPlan = async (
  { store, now }: { store: Store; now: string },
  tenantId: string,
  programId: string,
  weeks: number,
): Promise<CapacityPlan> => {
  const program = await loadProgram(store, tenantId, programId)
  return planCapacity({ ...(await readCapacity({ store, now }, program)), weeks })
}

/** The rows of a program as the plan takes them. */
export const readCapacity = async (
  { store, now }: { store: Store; now: string },
  program: Program,
): Promise<Omit<CapacityToPlan, 'weeks'> & { held: Held[] }> => {
  const { tenantId, zone } = program
  const scope = { tenantId, scope: program.id }
  const [members, providers, caseloads, matches, intakes, candidacies] = await Promise.all([
    allOf(store, 'member', scope),
    allOf(store, 'provider', scope),
    allOf(store, 'caseload', scope),
    allOf(store, 'match', scope),
    allOf(store, 'intake', scope),
    allOf(store, 'candidacy', scope),
  ])
  const active = new Map(members.filter(({ status }) => status === 'active').map((member) => [member.id, member]))
  const selected = providers.filter(({ id, status }) => status === 'selected' && active.has(id))
  const ids = selected.map(({ id }) => id)
  const credentials = new Map((await credentialsOf(store, tenantId, ids)).map((each) => [each.id, each]))
  const taken = new Map(caseloads.map((caseload) => [caseload.id, caseload.taken]))
  const intakeOf = new Map(intakes.map((intake) => [intake.id, intake]))
  const today = localDate(now, zone)

  const heldOf = ({ participantId, service, publishedAt }: MatchRecord): Held => {
    const decided = intakeOf.get(participantId)?.decision?.services.find((each) => each.service === service)
    return { service, began: publishedAt ? localDate(publishedAt, zone) : today, length: decided?.length }
  }
  const holding = matches.filter(holdsPlace)
  const byProvider = Map.groupBy(holding, ({ providerId }) => providerId)
  const byParticipant = Map.groupBy(holding, ({ participantId }) => participantId)

  const participants = holders(members, 'participant')
  const decisions = participants.flatMap(({ id }) => {
    const intake = intakeOf.get(id)
    return intake?.status === 'submitted' && intake.decision ? [{ id, services: intake.decision.services }] : []
  })
  const undecided = participants.length - decisions.length

  return {
    now,
    zone,
    activeLeaders: participants.length,
    pool: selected.map(({ id, service }) => {
      const lapses = credentials.get(credentialId(service, id))?.recertifyBy
      return {
        service,
        places: active.get(id)!.places,
        taken: taken.get(id) ?? 0,
        ends: (byProvider.get(id) ?? []).map(heldOf).map(({ began, length }) => lastDayOf(began, length, service)),
        ...(lapses && { lapsesOn: localDate(lapses, zone) }),
      }
    }),
    joining: candidacies
      .filter(({ status, personId }) => status === 'open' && active.has(personId))
      .filter(({ personId, service }) => !selected.some((each) => each.id === personId && each.service === service))
      .map(({ personId, service, path, rounds }) => ({
        service,
        places: active.get(personId)!.places,
        on: localDate(expectedAppointment({ path, rounds }, now, zone), zone),
      })),
    needs: decisions.flatMap(({ id, services }) =>
      openNeeds(services, (byParticipant.get(id) ?? []).map(heldOf), today),
    ),
    decided: decisions.map(({ services }) => services.map(({ service }): Service => service)),
    undecided: { people: undecided, from: undecided > 0 ? await matchingBegins(store, scope, program, now) : today },
    held: holding.map(heldOf),
  }
}

/** The local date from which participants without a decision ask: when the matching gate (W04) opens, else next week. */
const matchingBegins = async (store: Store, scope: Scope, program: Program, now: string): Promise<string> => {
  const template = await loadTemplate(store, program)
  const gate = template.gates.find(({ criterion }) => criterion.all.some(({ fact }) => fact === 'matches-approved'))
  const record = gate && (await store.get('gate', scope, gate.gate))
  const opens = record && localDate(record.opensAt, program.zone)
  return opens && opens > localDate(now, program.zone) ? opens : localDate(plusDays(now, program.zone, 7), program.zone)
}
