import type { instrumentRoutes } from '@pilotgate/contracts/measurement/instrument-routes'
import { readInstrumentResults } from '@pilotgate/core/measurement/instruments/instrument-results'
import { nameRaters, readRaters } from '@pilotgate/core/measurement/instruments/name-raters'
import { readOwnReport } from '@pilotgate/core/measurement/instruments/own-report'
import { readMovement } from '@pilotgate/core/measurement/instruments/read-movement'
import { readQuestionBank } from '@pilotgate/core/measurement/instruments/read-question-bank'
import type { Actor } from '@pilotgate/core/program/actor'
import type { RoutesOf } from '../lib/http/api.ts'

/** The person of a path; `me` is the caller. */
const personOf = (actor: Actor, { personId }: Record<string, string>): string =>
  personId === 'me' ? actor.personId : personId!

/** The routes of instruments. */
export const instrumentHandlers: Pick<RoutesOf<'measurement/api'>, keyof typeof instrumentRoutes> = {
  getQuestionBank: async () => readQuestionBank(),
  getRaters: ({ work, actor, path }) => readRaters(work.store, actor, path.programId!, personOf(actor, path)),
  nameRaters: ({ work, actor, path, body, expected }) =>
    nameRaters(work, actor, path.programId!, personOf(actor, path), expected, body.personIds),
  getOwnReport: ({ work, actor, path }) => readOwnReport(work.store, actor, path.programId!),
  getInstrumentResults: ({ work, actor, path, query }) =>
    readInstrumentResults(work.store, actor, path.programId!, query),
  getMovement: ({ work, actor, path }) => readMovement(work.store, actor, path.programId!),
}
