import type { Machine, State } from './asl.ts'

/** A state and where it may lead, for drawing the machine. */
export type OutlineState = { name: string; type: string; next: string[] }

export const outline = (machine: Machine): OutlineState[] =>
  Object.entries(machine.States).map(([name, state]) => ({ name, type: state.Type, next: successors(state) }))

const successors = (state: State): string[] => {
  const choices = (state.Choices ?? []) as { Next: string }[]
  const catches = (state.Catch ?? []) as { Next: string }[]
  const next = [state.Next, ...choices.map(({ Next }) => Next), state.Default, ...catches.map(({ Next }) => Next)]
  return [...new Set(next.filter((each): each is string => typeof each === 'string'))]
}
