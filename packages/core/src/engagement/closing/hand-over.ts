import { currentConsent } from '../../intake/consent.ts'
import type { Scope, Store } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { allOf } from '../../program/load.ts'

import { whileStale } from '../../program/while-stale.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { type EngagementRef, loadEngagement, scopeOf } from '../load-engagement.ts'
import type { ClosingForm } from './closing.ts'
import { closingIdOf } from './submit-closing.ts'

/** What a handoff may carry, and the group of fields whose consent to matching lets the next one know it (E6, I3). */
const carried = {
  goals: 'goals matching',
  context: 'project matching',
  'transfer items': 'goals matching',
} as const
export type Carried = keyof typeof carried

/** What never goes along, whatever anybody consents to. */
const neverCarried = 'session notes'

/**
 * Hands a coaching that is closing or has come to its end over to a mentor of the same participant, as far as there is one (E6).
 * Repeatable. What is carried is read where it stands: a consent withdrawn later takes it back.
 */
export const handOver = async (work: Pick<Work, 'store' | 'now'>, ref: EngagementRef): Promise<void> => {
  const { store, now } = work
  const { participantId } = await loadEngagement(store, ref)
  const own = await loadOf(store, scopeOf(ref), participantId)
  const mentor = own.filter((each) => each.service === 'mentor' && each.status !== 'ended').at(-1)
  if (!mentor) return
  for (const { id: engagementId } of own.filter(isToHandOver)) {
    await whileStale(async () => {
      const coaching = await loadEngagement(store, { ...ref, engagementId })
      if (!isToHandOver(coaching)) return
      const allowed = await allowedFor(store, coaching)
      const names = Object.keys(carried) as Carried[]
      const handed: EngagementRecord = {
        ...coaching,
        handoff: {
          ...{ to: mentor.id, at: now, carries: names.filter((each) => allowed.has(each)) },
          withheld: [neverCarried, ...names.filter((each) => !allowed.has(each))],
        },
      }
      await store.commit([engagementChange(handed)], [engagementChanged(handed, 'handed over', { now, by: platform })])
    })
  }
}

const isToHandOver = ({ service, status, endReason, handoff, kickedOffAt }: EngagementRecord): boolean =>
  service === 'coach' &&
  kickedOffAt !== undefined &&
  handoff === undefined &&
  (status === 'closing' || endReason === 'completed')

/** The engagements of a participant in a program, oldest match first. */
const loadOf = (store: Store, scope: Scope, participantId: string): Promise<EngagementRecord[]> =>
  allOf(store, 'engagement', scope, `${participantId}.`)

/** What the participant lets the next one know now. */
const allowedFor = async (
  store: Store,
  { tenantId, scope, participantId }: EngagementRecord,
): Promise<Set<Carried>> => {
  const given = currentConsent(await allOf(store, 'consent', { tenantId, scope }, `${participantId}.`))
  return new Set((Object.keys(carried) as Carried[]).filter((each) => given.has(carried[each])))
}

type ClosingNotes = Extract<ClosingForm, { kind: 'closing-notes' }>

/** What a mentor was given from the coaching before theirs. */
export type HandedOver = {
  from: string
  at: string
  withheld: string[]
  goals?: ClosingNotes['goals']
  context?: string
  transfer?: ClosingNotes['transfer']
}

/** What was handed over to this engagement, as far as the participant still lets it be known. */
export const readHandedOver = async (store: Store, engagement: EngagementRecord): Promise<HandedOver[]> => {
  const { tenantId, scope: programId, id, participantId } = engagement
  const scope = { tenantId, scope: programId }
  const from = (await loadOf(store, scope, participantId)).filter(({ handoff }) => handoff?.to === id)
  return Promise.all(
    from.map(async (coaching): Promise<HandedOver> => {
      const { at, carries } = coaching.handoff!
      const allowed = await allowedFor(store, coaching)
      const notes = (await store.get('closing', scope, closingIdOf(coaching.id, 'closing-notes')))?.form
      const has = (each: Carried) => carries.includes(each) && allowed.has(each)
      const withheld = [neverCarried, ...(Object.keys(carried) as Carried[]).filter((each) => !has(each))]
      if (notes?.kind !== 'closing-notes') return { from: coaching.id, at, withheld }
      return {
        ...{ from: coaching.id, at, withheld },
        ...(has('goals') && { goals: notes.goals }),
        ...(has('context') && { context: notes.context }),
        ...(has('transfer items') && { transfer: notes.transfer }),
      }
    }),
  )
}
