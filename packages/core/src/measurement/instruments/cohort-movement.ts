import { mean } from './mean.ts'
import type { Movement } from './movement.ts'
import { type Group, shownGroups, withheldBecause } from './suppress.ts'

/** A mean change over participants, or why it is withheld (P7). */
export type ChangeFigure = { change?: number; participants: number; raters: number; withheld?: string }

export type CohortMovement = {
  behaviours: { behaviour: string; self: ChangeFigure; others: ChangeFigure }[]
  /** Over all target behaviours: the mean over participants of the mean over their behaviours. */
  all: { self: ChangeFigure; others: ChangeFigure }
}

type Part = { subjectId: string; behaviour: string; change: number; raters: string[] }

/** How far the target behaviours of a cohort moved, by behaviour and in all; self-ratings apart from those of others. */
export const cohortMovement = (movements: readonly Movement[]): CohortMovement => {
  const self = figures(
    movements.flatMap(({ subjectId, behaviour, self: change }) =>
      change === undefined ? [] : [{ subjectId, behaviour, change, raters: [subjectId] }],
    ),
  )
  const others = figures(
    movements.flatMap(({ subjectId, behaviour, others: theirs }) =>
      theirs ? [{ subjectId, behaviour, ...theirs }] : [],
    ),
  )
  const behaviours = [...new Set(movements.map(({ behaviour }) => behaviour))].toSorted()
  return {
    behaviours: behaviours.map((behaviour) => ({ behaviour, self: self(behaviour), others: others(behaviour) })),
    all: { self: self(), others: others() },
  }
}

/** The mean over participants of the mean over their behaviours. */
export const meanByParticipant = (parts: readonly Pick<Part, 'subjectId' | 'change'>[]): number | undefined => {
  const own = Map.groupBy(parts, ({ subjectId }) => subjectId)
  return mean([...own.values()].map((theirs) => mean(theirs.map(({ change }) => change))!))
}

/** The figure of a behaviour, or of all of them. */
const figures = (parts: Part[]): ((behaviour?: string) => ChangeFigure) => {
  const byBehaviour = Map.groupBy(parts, ({ behaviour }) => behaviour)
  const groups = [...byBehaviour].map(([behaviour, theirs]): Group => ({ name: behaviour, people: peopleOf(theirs) }))
  const shown = shownGroups(groups)
  const total = shownGroups([{ name: 'all', people: peopleOf(parts) }])
  return (behaviour) => {
    const some = behaviour === undefined ? parts : (byBehaviour.get(behaviour) ?? [])
    const [raters, participants] = peopleOf(some).map(({ size }) => size) as [number, number]
    const counts = { participants, raters }
    const allowed = behaviour === undefined ? total.has('all') : shown.has(behaviour)
    return allowed
      ? { change: meanByParticipant(some)!, ...counts }
      : { ...counts, withheld: withheldBecause(Math.min(participants, raters)) }
  }
}

const peopleOf = (parts: readonly Part[]) => [
  new Set(parts.flatMap(({ raters }) => raters)),
  new Set(parts.map(({ subjectId }) => subjectId)),
]
