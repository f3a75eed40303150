import { branchesOf, type Machine, type State } from './asl.ts'

/** A state and where it may lead, for drawing the machine. */
export type OutlineState = { name: string; type: string; next: string[] }

/** All states, those of a Parallel's branches after it; it leads into each branch, and on when all have ended. */
export const outline = ({ States }: Pick<Machine, 'States'>): OutlineState[] =>
  Object.entries(States).flatMap(([name, state]) => [
    { name, type: state.Type, next: successors(state) },
    ...branchesOf(state).flatMap((branch) => outline(branch)),
  ])

const successors = (state: State): string[] => {
  const choices = (state.Choices ?? []) as { Next: string }[]
  const catches = (state.Catch ?? []) as { Next: string }[]
  const next = [
    ...branchesOf(state).map(({ StartAt }) => StartAt),
    state.Next,
    ...choices.map(({ Next }) => Next),
    state.Default,
    ...catches.map(({ Next }) => Next),
  ]
  return [...new Set(next.filter((each): each is string => typeof each === 'string'))]
}
