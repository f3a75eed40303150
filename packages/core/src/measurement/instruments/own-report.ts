import type { Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { allOf } from '../../program/load.ts'
import { type Collection, collectionsOf, stillOpen } from './collections.ts'

import { mean } from './mean.ts'
import { latestOf, movementOf } from './movement.ts'
import { bankOf, behaviourOf, inBankOrder } from './question-bank/question-bank.ts'
import type { ResponseRecord } from './response-record.ts'
import { shownGroups, withheldBecause } from './suppress.ts'

/** What others say in the mean, or why it is withheld: it takes five of them, a manager among them or not (P7). */
export type OthersFigure = { mean?: number; people: number; withheld?: string }

/** A participant's own 360: each item with their own rating and the mean of the others, and how far it moved. */
export type OwnReport = {
  rounds: {
    gate: string
    instrument: ResponseRecord['instrument']
    asked: number
    answered: number
    items: { behaviour: string; question: string; self?: number; others: OthersFigure }[]
  }[]
  movement: { behaviour: string; self?: number; others: OthersFigure }[]
}

/** The actor's own report; nobody else's can be read. */
export const readOwnReport = async (store: Store, actor: Actor, programId: string): Promise<OwnReport> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const [tasks, responses] = await Promise.all([allOf(store, 'task', scope), allOf(store, 'response', scope)])
  const mine = <T extends { subjectId?: string }>({ subjectId }: T): boolean => subjectId === actor.personId
  return ownReport(collectionsOf(tasks.filter(mine), responses.filter(mine)), actor.personId)
}

/** @param collections of what is about the participant alone */
export const ownReport = (collections: readonly Collection[], participantId: string): OwnReport => {
  const rounds = collections.filter(({ instrument }) => instrument.endsWith('-360'))
  const responses = rounds.flatMap((round) => round.responses)
  const open = rounds.some((round) => round.open)
  return {
    rounds: rounds.map((round) => roundOf(round, participantId)),
    movement: movementOf(responses).map(({ behaviour, self, others }) => ({
      behaviour,
      ...(self !== undefined && { self }),
      others: movedFor(responses, participantId, open, others),
    })),
  }
}

const roundOf = ({ gate, instrument, asked, open, responses }: Collection, participantId: string) => {
  const own = responses.find(({ respondentId }) => respondentId === participantId)
  const others = responses.filter(({ respondentId }) => respondentId !== participantId)
  const questions = inBankOrder(responses.flatMap(({ ratings }) => Object.keys(ratings)))
  return {
    gate,
    instrument,
    asked,
    answered: responses.length,
    items: questions.map((id) => ({
      behaviour: behaviourOf(id)!,
      question: bankOf(responses[0]!.bank).questions.find((question) => question.id === id)!.self,
      ...(own?.ratings[id] !== undefined && { self: own.ratings[id] }),
      others: figureOf(
        others.flatMap(({ respondentId, ratings }) => {
          return ratings[id] === undefined ? [] : [{ respondentId, rating: ratings[id] }]
        }),
        open,
      ),
    })),
  }
}

const figureOf = (ratings: { respondentId: string; rating: number }[], open: boolean): OthersFigure => {
  const people = new Set(ratings.map(({ respondentId }) => respondentId))
  if (open) return { people: people.size, withheld: stillOpen }
  if (!isShown([people])) return { people: people.size, withheld: withheldBecause(people.size) }
  return { people: people.size, mean: mean(ratings.map(({ rating }) => rating))! }
}

/** With the means of both rounds known, a movement over nearly all of a round would tell what the few said who are left out. */
const movedFor = (
  responses: ResponseRecord[],
  participantId: string,
  open: boolean,
  others: { change: number; raters: string[] } | undefined,
): OthersFigure => {
  const raters = new Set(others?.raters ?? [])
  if (open) return { people: raters.size, withheld: stillOpen }
  const rounds = (['baseline-360', 'follow-up-360'] as const).map(
    (instrument) =>
      new Set(
        latestOf(responses)
          .filter((each) => each.instrument === instrument && each.respondentId !== participantId)
          .map(({ respondentId }) => respondentId),
      ),
  )
  if (!isShown([raters, ...rounds])) return { people: raters.size, withheld: withheldBecause(raters.size) }
  return { people: raters.size, mean: others!.change }
}

/** Whether the first set of people may be shown beside the others. */
const isShown = ([first, ...beside]: ReadonlySet<string>[]): boolean =>
  shownGroups([
    { name: 'first', people: [first!] },
    ...beside.map((people, at) => ({ name: `${at}`, people: [people] })),
  ]).has('first')
