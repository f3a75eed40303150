import type { Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { may } from '../../program/authority.ts'
import type { InstrumentName } from '../../program/collected.ts'
import { allOf } from '../../program/load.ts'
import { smallestGroup } from '../../program/small-group.ts'
import { type Collection, collectionsOf, stillOpen } from './collections.ts'
import { loadInstrumentRows } from './instrument-rows.ts'
import { type ResultLine, resultLines } from './result-lines.ts'
import { type NotAsked, whoIsAsked } from './who-is-asked.ts'

/** What one gate collected with one instrument, as those who oversee the program see it: figures of five people and more (P7). */
export type InstrumentResult = {
  gate: string
  instrument: InstrumentName
  asked: number
  answered: number
  /** Share of those asked who answered, 0–1. */
  responseRate: number | undefined
  lines: ResultLine[]
  /** Why there are no lines yet. */
  withheld?: string
  /** Words in addition, without names and in no order of time; for those who run the program, from five people on. */
  comments: string[]
}

/** Aggregates of all instruments, by gate; `notAsked` says who is left out as things stand, and why. */
export const readInstrumentResults = async (
  store: Store,
  actor: Actor,
  programId: string,
  filter: { gate?: string; instrument?: InstrumentName },
): Promise<{ items: InstrumentResult[]; notAsked: (NotAsked & { instrument: InstrumentName })[] }> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const [rows, tasks] = await Promise.all([loadInstrumentRows(store, scope), allOf(store, 'task', scope)])
  const wanted = collectionsOf(tasks, rows.responses).filter(
    ({ gate, instrument }) => (filter.gate ?? gate) === gate && (filter.instrument ?? instrument) === instrument,
  )
  const reads = may('name any raters', actor.roles)
  const instruments = [...new Set(wanted.map(({ instrument }) => instrument))]
  return {
    items: wanted.map((collection) => resultOf(collection, reads)),
    notAsked: instruments.flatMap((instrument) =>
      whoIsAsked(instrument, rows).notAsked.map((each) => ({ ...each, instrument })),
    ),
  }
}

/** @param readsComments whether the reader is one of those whom comments are for */
export const resultOf = (collection: Collection, readsComments: boolean): InstrumentResult => {
  const { gate, instrument, asked, open, responses } = collection
  const answered = responses.length
  const base = { gate, instrument, asked, answered, responseRate: asked === 0 ? undefined : answered / asked }
  if (open) return { ...base, lines: [], withheld: stillOpen, comments: [] }
  return { ...base, lines: resultLines(responses), comments: readsComments ? commentsOf(responses) : [] }
}

const commentsOf = (responses: Collection['responses']): string[] => {
  const said = responses.filter(({ comment }) => comment !== undefined)
  const writers = new Set(said.map(({ respondentId }) => respondentId))
  return writers.size < smallestGroup ? [] : said.map(({ comment }) => comment!).toSorted()
}
