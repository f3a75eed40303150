import { engagementChanged } from '../../engagement/engagement-changed.ts'
import { actionChanged, blockerChanged, sessionChanged, sponsorActionChanged } from '../../engagement/tell.ts'
import type { NewEvent } from '../../events.ts'
import type { Scope, Store } from '../../ports.ts'
import { platform } from '../../program/actor.ts'
import { allOf } from '../../program/load.ts'
import type { RecordOf } from '../../records.ts'
import { responseRecorded } from '../instruments/answer-instrument.ts'
import { readingRecorded } from '../readings/reading-recorded.ts'
import { mostRows } from './stored-counters.ts'

type RowKind = 'engagement' | 'session' | 'actionItem' | 'sponsorAction' | 'blocker' | 'response' | 'reading'

/** What a stored row told last: events carry the version that they lead to. */
const written = <T extends { version: number }>(row: T): T => ({ ...row, version: row.version - 1 })

/**
 * What every row behind the KPIs told last, as events, out of the rows themselves. The time of an event is that of the row where KPIs look
 * at it (responses), and `now` otherwise.
 */
export const eventsOfRows = async (store: Store, scope: Scope, now: string): Promise<NewEvent[]> => {
  const all = <K extends RowKind>(kind: K): Promise<RecordOf<K>[]> => allOf(store, kind, scope)
  const telling = { now, by: platform }
  const [engagements, sessions, actions, sponsorActions, blockers, responses, readings] = await Promise.all([
    all('engagement'),
    all('session'),
    all('actionItem'),
    all('sponsorAction'),
    all('blocker'),
    all('response'),
    all('reading'),
  ])
  const engagementOf = new Map(engagements.map((engagement) => [engagement.id, engagement]))
  const askedIn = await engagementsOfTasks(
    store,
    scope,
    responses.map(({ id }) => id),
  )
  return [
    ...engagements.map((row) => engagementChanged(written(row), 'opened', telling)),
    ...sessions.flatMap((row) => {
      const engagement = engagementOf.get(row.engagementId)
      return engagement ? [sessionChanged(written(row), engagement, telling)] : []
    }),
    ...actions.flatMap((row) => {
      const engagement = engagementOf.get(row.engagementId)
      return engagement ? [actionChanged(written(row), engagement, telling)] : []
    }),
    ...sponsorActions.map((row) => sponsorActionChanged(written(row), telling)),
    ...blockers.map((row) => blockerChanged(written(row), telling)),
    ...responses.map((row) => responseRecorded(row, askedIn.get(row.id))),
    ...readings.map((row) => readingRecorded(written(row))),
  ]
}

/** A response is named for the task that asked for it; the task knows the engagement. */
const engagementsOfTasks = async (
  store: Store,
  scope: Scope,
  ids: string[],
): Promise<Map<string, string | undefined>> => {
  const pages = Array.from({ length: Math.ceil(ids.length / mostRows) }, (_, page) =>
    store.getMany('task', scope, ids.slice(page * mostRows, (page + 1) * mostRows)),
  )
  return new Map((await Promise.all(pages)).flat().map(({ id, engagementId }) => [id, engagementId]))
}
