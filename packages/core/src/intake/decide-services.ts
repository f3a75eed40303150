import type { FieldGroup, Purpose } from './consent.ts'
import type { IntakeAnswers } from './intake-form.ts'
import type { Service, ServiceDecision } from './intake-record.ts'

/** What the decision rests on. What a person has not consented to is absent, and the decision does without it (I3). */
export type Said = Pick<IntakeAnswers, 'triggers'> &
  Partial<Pick<IntakeAnswers, 'needs' | 'project' | 'targetBehaviours'>> & {
    /** The career goal aims at a promotion. */
    promotion?: boolean
  }

type Plan = ServiceDecision['services'][number]
type Length = Pick<Plan, 'cadence' | 'length'>

const sprint = 'weekly or every two weeks, 60 minutes, 8–12 sessions'
const lengths: Record<'gap' | 'shift' | 'track' | 'periodic' | 'mentor', Length> = {
  gap: { cadence: sprint, length: '90 days' },
  shift: { cadence: sprint, length: '3–6 months' },
  track: { cadence: sprint, length: '3–4 months' },
  periodic: { cadence: 'twice a month, 45 minutes', length: '9–12 months' },
  mentor: { cadence: 'monthly, with a milestone review every quarter', length: '9–12 months' },
}

/**
 * Coach or mentor, or both, in which order and from whom (domain §2, D1–D6), with the reasons in words.
 *
 * - D1 performance gap → coach · D2 career transition or promotion → mentor
 * - D3 behaviour shift → coach first, then mentor · D4 retention risk → mentor at once, coaching beside it
 * - D5 both needed (named as such, or a coach by one trigger and a mentor by another) → side by side only when the needs differ
 *   (neutral challenge and context are both asked for, which no one person gives) and a coach is free; else coach, then mentor
 * - D6 confidentiality → external coach · context and network → internal mentor
 *
 * Where they meet: D4 lets nobody wait for the mentor; then D3 keeps its order; then D5.
 * @param coachPlacesFree places of coaches that nobody has been promised yet
 */
export const decideServices = (said: Said, coachPlacesFree: number): ServiceDecision => {
  const named = new Set(said.triggers)
  const gap = named.has('performance gap')
  const transition = named.has('career transition') || said.promotion === true
  const shift = named.has('behaviour shift')
  const retention = named.has('retention risk')
  const both = named.has('behaviour and sponsorship')
  const needsCoach = gap || shift || retention || both
  const needsMentor = transition || shift || retention || both
  const order =
    needsCoach && needsMentor ? inOrder({ shift, retention }, said, coachPlacesFree) : { coach: 1, mentor: 1, why: [] }

  const coach = shift ? lengths.shift : both ? lengths.track : gap ? lengths.gap : lengths.periodic
  const plan = (service: Service, length: Length): Plan => ({
    service,
    order: order[service],
    ...length,
    provider: providerOf(service, said),
  })
  const services = [
    ...(needsCoach ? [plan('coach', coach)] : []),
    ...(needsMentor ? [plan('mentor', lengths.mentor)] : []),
  ].toSorted((a, b) => a.order - b.order)
  const reasons = [...triggerReasons(said, { gap, transition, shift, retention, both }), ...order.why]
  return { services, reasons: [...reasons, ...providerReasons(said, needsCoach, needsMentor)] }
}

type Order = Record<Service, number> & { why: string[] }

/** Who starts first when both are needed: D4, then D3, then D5. */
const inOrder = ({ shift, retention }: { shift: boolean; retention: boolean }, said: Said, free: number): Order => {
  if (retention) {
    if (free > 0) return { coach: 1, mentor: 1, why: ['The mentor starts at once, with coaching beside it.'] }
    return { coach: 2, mentor: 1, why: ['The mentor starts at once. No coach is free now, so coaching follows.'] }
  }
  if (shift) return { coach: 1, mentor: 2, why: ['The coaching comes first; the mentor then backs what has changed.'] }
  const differ = said.needs?.confidentiality === true && said.needs.context
  if (differ && free > 0) {
    return {
      coach: 1,
      mentor: 1,
      why: ['Neutral challenge and context come from different people, and a coach is free: both run side by side.'],
    }
  }
  const because = differ ? 'No coach is free for two tracks at once' : 'The needs do not call for two people at once'
  return { coach: 1, mentor: 2, why: [`${because}: a coaching sprint first, then the mentor.`] }
}

const providerOf = (service: Service, { needs }: Said): Plan['provider'] => {
  if (service === 'coach') return needs?.confidentiality ? 'external' : 'either'
  return needs?.context ? 'internal' : 'either'
}

type Named = Record<'gap' | 'transition' | 'shift' | 'retention' | 'both', boolean>

const triggerReasons = ({ triggers, project, targetBehaviours, promotion }: Said, named: Named): string[] => {
  const on = project ? ` on "${project.name}", measured by "${project.businessKpi}"` : ''
  const aims = targetBehaviours?.length ? ` (${targetBehaviours.join(', ')})` : ''
  const path = triggers.includes('career transition')
    ? 'A career transition was named'
    : 'The career goal is a promotion'
  const also = promotion && triggers.includes('career transition') ? ', with a promotion as the goal' : ''
  return [
    named.gap && `A performance gap was named${on}: a coach works on it for 90 days.`,
    named.transition && `${path}${also}: a mentor goes along for 9 to 12 months.`,
    named.shift && `A shift in behaviour was named${aims}: a coach for the change, then a mentor as sponsor.`,
    named.retention && 'A retention risk was named: a mentor, and coaching from time to time.',
    named.both && `Behaviour and sponsorship are both needed${aims}: a coach for the one, a mentor for the other.`,
  ].filter((reason) => reason !== false)
}

const providerReasons = ({ needs }: Said, coach: boolean, mentor: boolean): string[] =>
  [
    coach && needs?.confidentiality && 'Confidential, neutral challenge was asked for: an external coach.',
    mentor && needs?.context && 'Context and network were asked for: an internal mentor.',
    needs?.confidentiality &&
      !coach &&
      'Confidentiality was asked for: nothing named calls for a coach, and an external one can still be added.',
    needs?.context && !mentor && 'Context was asked for: nothing named calls for a mentor, and one can still be added.',
  ].filter((reason) => typeof reason === 'string')

/**
 * The decision on answers as far as their use for matching is consented to (I3). Without consent to the goals, which hold the
 * triggers, there is none.
 */
export const decideConsented = (
  answers: IntakeAnswers,
  consent: ReadonlySet<`${FieldGroup} ${Purpose}`>,
  coachPlacesFree: number,
): ServiceDecision | undefined => {
  if (!consent.has('goals matching')) return undefined
  const { triggers, targetBehaviours, project, needs, careerGoal } = answers
  return decideServices(
    {
      triggers,
      targetBehaviours,
      ...(consent.has('project matching') && { project }),
      ...(consent.has('needs matching') && { needs }),
      ...(consent.has('career matching') && { promotion: careerGoal.promotion }),
    },
    coachPlacesFree,
  )
}
