import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import { needsIntake } from '@pilotgate/core/intake/intake-completion'
import type { IntakeRecord } from '@pilotgate/core/intake/intake-record'
import { isAfter } from '../when.ts'
import { type EventOf, type Ground, notices, pages, peopleOf } from './ground.ts'

/** The gate that looks at the intake, and when it is checked; none in some templates. */
const intakeGate = async ({ store, program, template }: Ground) => {
  const gate = template.gates.find(needsIntake)
  const record = gate && (await store.get('gate', { tenantId: program.tenantId, scope: program.id }, gate.gate))
  return { occasion: gate?.gate ?? 'program', checksAt: record?.checksAt }
}

const intakeOf = ({ store, program }: Ground, personId: string): Promise<IntakeRecord | undefined> =>
  store.get('intake', { tenantId: program.tenantId, scope: program.id }, personId)

const memberOf = ({ members }: Ground, ...personIds: string[]) => members.filter(({ id }) => personIds.includes(id))

/** People were invited to the intake: each of them. */
export const intakeInvited = async (ground: Ground, event: EventOf<'intake.invited'>): Promise<Notice[]> => {
  const { occasion, checksAt } = await intakeGate(ground)
  const to = memberOf(ground, ...event.personIds)
  return notices(ground, 'intake-invited', `${occasion}.intake-invited`, {
    to,
    people: await peopleOf(ground, to),
    data: (reader) => ({
      ...(checksAt && isAfter(checksAt, event.at) && { dueAt: checksAt }),
      href: pages.intake(ground, reader.id),
    }),
  })
}

/** Somebody has not submitted yet. What was submitted since is not asked for again. */
export const intakeReminded = async (ground: Ground, event: EventOf<'intake.reminded'>): Promise<Notice[]> => {
  const intake = await intakeOf(ground, event.personId)
  if (!intake || intake.status === 'submitted') return []
  const { status, invitedAt } = intake
  const { occasion, checksAt } = await intakeGate(ground)
  const to = memberOf(ground, event.personId)
  return notices(ground, 'intake-reminded', `${occasion}.intake-reminded-${event.reminder}`, {
    to,
    people: await peopleOf(ground, to),
    data: (reader) => ({
      status,
      invitedAt,
      ...(checksAt && { dueAt: checksAt }),
      reminder: event.reminder,
      remindedAt: event.at,
      href: pages.intake(ground, reader.id),
    }),
  })
}

/** Goals lack something (I2): the participant. Nothing to say once they are being corrected. */
export const intakeSentBack = async (ground: Ground, event: EventOf<'intake.sent-back'>): Promise<Notice[]> => {
  const intake = await intakeOf(ground, event.personId)
  if (intake?.status !== 'sent back') return []
  const { occasion } = await intakeGate(ground)
  const to = memberOf(ground, event.personId)
  return notices(ground, 'intake-sent-back', `${occasion}.${event.round}.intake-sent-back`, {
    to,
    people: await peopleOf(ground, to),
    data: (reader) => ({
      problems: intake.problems.map(({ field, problem }) => ({ item: inWords(field), why: problem })),
      href: pages.intake(ground, reader.id),
    }),
  })
}

/** `goals.0.behaviour` as people read it. */
const inWords = (field: string): string => {
  const [, index, part] = /^goals\.(\d+)\.(\w+)$/.exec(field) ?? []
  return part ? `Goal ${Number(index) + 1}, ${part}` : field
}

/** The intake is complete: the participant, with the services and why. */
export const intakeSubmitted = async (ground: Ground, event: EventOf<'intake.submitted'>): Promise<Notice[]> => {
  const intake = await intakeOf(ground, event.personId)
  if (intake?.status !== 'submitted') return []
  const { occasion } = await intakeGate(ground)
  const to = memberOf(ground, event.personId)
  const { services = [], reasons = [] } = intake.decision ?? {}
  return notices(ground, 'intake-submitted', `${occasion}.${event.round}.intake-submitted`, {
    to,
    people: await peopleOf(ground, to),
    data: (reader) => ({
      services: services.map(({ service, order, cadence, length, provider }) => {
        return { name: service, startsWith: order, cadence, length, provider }
      }),
      reasons,
      href: pages.intake(ground, reader.id),
    }),
  })
}
