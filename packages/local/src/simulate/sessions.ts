import { Temporal } from 'temporal-polyfill'
import type { ApiClient } from '../seed/client.ts'
import { sampleRows } from '../seed/sample-company.ts'
import { unlessTooLate } from './too-late.ts'
import type { World } from './world.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour
const zone = 'Europe/Berlin'

/** The pair whose sessions are simulated, and how often and how long they agreed to meet. */
type Pair = {
  engagementId: string
  provider: string
  participant: string
  service: 'coach' | 'mentor'
  providerId: string
  participantId: string
  cadence: { everyDays: number; sessions: number; endsOn: string }
}

const emailOf = (name: string): string => sampleRows().find((row) => row.name === name)!.email

/** After the kickoff both have three sessions in their calendars, and live by them. */
export const planSessions = async (world: World, provider: string, engagementId: string): Promise<void> => {
  const client = await world.signIn(provider)
  const path = { programId: world.programId, engagementId }
  const { participantName, kickedOffAt, cadence, ...engagement } = await client('getEngagement', { path })
  if (!kickedOffAt || !cadence) return
  const pair: Pair = { ...engagement, provider, participant: emailOf(participantName), cadence }
  const { items } = await client('listSessions', { path, query: { limit: 100 } })
  for (const { sessionId, startsAt, status } of items) {
    if (status === 'scheduled') planSession(world, pair, sessionId, startsAt)
  }
}

const numberOf = (sessionId: string): number => Number(sessionId.slice(-3))

const planSession = (world: World, pair: Pair, sessionId: string, startsAt: string): void => {
  const { provider, participant, service } = pair
  world.later({
    at: Date.parse(startsAt) + 2 * hour,
    what: `${provider} meets ${participant} as ${service} ${numberOf(sessionId)}`,
    act: () => meet(world, pair, sessionId),
  })
}

/** Sessions fall out more often in the first sprint; later pairs have found their rhythm. */
const isMissed = ({ chance }: World, { provider, participant }: Pair, number: number): boolean =>
  chance('no-show', provider, participant, number) < (number === 1 ? 0.24 : 0.04)

/** The provider records what became of a session, and sees to it that another one is planned. */
const meet = async (world: World, pair: Pair, sessionId: string): Promise<void> => {
  const { programId, signIn, fate } = world
  const client = await signIn(pair.provider)
  const path = { programId, sessionId }
  const number = numberOf(sessionId)
  await unlessTooLate(fate, async () => {
    const session = await client('getSession', { path })
    if (session.status === 'cancelled') return
    const missed = isMissed(world, pair, number)
    if (session.status === 'scheduled' && missed) await client('recordNoShow', { path })
    const held = session.status === 'scheduled' && !missed ? await record(world, client, pair, session) : session
    if (held.status === 'attended') afterwards(world, pair, held)
    if (number >= 3) await planNext(world, client, pair, number)
  })
}

type Session = { sessionId: string; startsAt: string }

const localDay = (instant: string, days = 0): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString()

const subjects = ['delegation', 'feedback', 'prioritisation', 'stakeholders', 'decision making'] as const

const record = async ({ chance, programId }: World, client: ApiClient, pair: Pair, session: Session) => {
  const { participant, participantId, providerId } = pair
  const number = numberOf(session.sessionId)
  const luck = (what: string) => chance(what, participant, number)
  const item = (text: string, ownerId: string, days: number) => ({
    kind: 'action' as const,
    ...{ text, ownerId, dueOn: localDay(session.startsAt, days), verification: 'Told at the next session.' },
  })
  const actionItems = [item('Try it in the next planning meeting.', participantId, 10)]
  if (luck('second item') < 0.4) actionItems.push(item('Send the template.', providerId, 5))
  const guidance = number < 3 ? 'answers' : number < 7 ? 'questions' : 'debrief'
  const topics = [subjects[Math.floor(luck('topic') * subjects.length)]!]
  const path = { programId, sessionId: session.sessionId }
  return client('recordAttendance', { path, body: { topics, actionItems, guidance } })
}

/** What the two do after a session: the participant rates it, and each does what they took on, mostly in time. */
const afterwards = (
  world: World,
  pair: Pair,
  { sessionId, startsAt, actions = [] }: Session & { actions?: { actionId: string; ownerId: string }[] },
) => {
  const { chance, programId, fate, signIn } = world
  const { participant, provider } = pair
  const number = numberOf(sessionId)
  const rating = chance('rates', participant, number) < 0.25 ? 3 : chance('rates', participant, number) < 0.75 ? 4 : 5
  if (chance('rates at all', participant, number) < 0.7) {
    world.later({
      at: Date.parse(startsAt) + 20 * hour,
      what: `${participant} rates ${pair.service} session ${number}`,
      act: async () => {
        const client = await signIn(participant)
        await unlessTooLate(fate, () => client('rateSession', { path: { programId, sessionId }, body: { rating } }))
      },
    })
  }
  for (const [index, { actionId }] of actions.entries()) {
    // The first item is the participant's, the second one the provider's.
    const owner = index === 0 ? participant : provider
    const luck = chance('does', owner, participant, number)
    if (luck > 0.85) continue
    world.later({
      at: Date.parse(startsAt) + (luck < 0.7 ? 2 + luck * 10 : 16) * day,
      what: `${owner} does item ${index + 1} of ${pair.service} session ${number} with ${participant}`,
      act: async () => {
        const client = await signIn(owner)
        const path = { programId, actionId }
        await unlessTooLate(fate, () => client('updateActionItem', { path, body: { status: 'done' } }))
      },
    })
  }
  if (pair.service === 'mentor') planSponsorAction(world, pair, startsAt)
}

/** Another session a cadence later, at the first hour of that day that is free for both; the agreed number of them, until the end. */
const planNext = async (world: World, client: ApiClient, pair: Pair, number: number) => {
  const { programId } = world
  const path = { programId, engagementId: pair.engagementId }
  const { items } = await client('listSessions', { path, query: { limit: 100 } })
  const ahead = items.find(({ sessionId }) => numberOf(sessionId) === number + 1)
  if (ahead) return planSession(world, pair, ahead.sessionId, ahead.startsAt)
  const { sessions, everyDays, endsOn } = pair.cadence
  if (items.length >= sessions) return
  const { startsAt: last } = items.at(-1)!
  const start = Temporal.Instant.from(last).toZonedDateTimeISO(zone).add({ days: everyDays })
  if (start.toPlainDate().toString() > endsOn) return
  for (let hours = 0; hours < 6; hours += 1) {
    const startsAt = start.add({ hours }).toInstant().toString()
    const made = await unlessTooLate(world.fate, () => client('scheduleSession', { path, body: { startsAt } }), [
      'InvalidInput',
    ])
    if (made) return planSession(world, pair, made.sessionId, made.startsAt)
  }
}

/** What mentors do for their mentees (E4), all but one of them. */
const planSponsorAction = (world: World, pair: Pair, startsAt: string) => {
  const { chance, programId, fate, signIn } = world
  const { provider, participant, engagementId } = pair
  world.later({
    at: Date.parse(startsAt) + day,
    what: `${provider} commits a sponsor action for ${participant}`,
    act: async () => {
      const mentor = await signIn(provider)
      const path = { programId, engagementId }
      await unlessTooLate(fate, async () => {
        const known = await mentor('listSponsorActions', { path: { programId }, query: { engagementId, limit: 10 } })
        if (known.items.length > 0) return
        const type = chance('sponsor action', participant) < 0.6 ? 'introduction' : 'stretch assignment'
        const body = {
          type,
          text: 'Brings them into the planning round of the platform.',
          dueOn: localDay(startsAt, 40),
        } as const
        await mentor('commitSponsorAction', { path, body })
      })
    },
  })
  world.later({
    at: Date.parse(startsAt) + 25 * day,
    what: `${provider} shows the sponsor action for ${participant}`,
    act: async () => {
      const [mentor, mentee] = await Promise.all([signIn(provider), signIn(participant)])
      await unlessTooLate(fate, async () => {
        const query = { engagementId, limit: 10 }
        const { items } = await mentor('listSponsorActions', { path: { programId }, query })
        for (const { sponsorActionId, status } of items) {
          const path = { programId, sponsorActionId }
          if (status === 'committed') {
            await mentor('finishSponsorAction', {
              path,
              body: { evidence: 'Named in the minutes of the planning round.' },
            })
          }
          if (status === 'committed' || status === 'done') await mentee('confirmSponsorAction', { path })
        }
      })
    },
  })
}
