import type { Begin } from './outcome.ts'

/** Pass: its output is its input, or what its fields make of it (ASL specification, "Pass State"). */
export const beginPass: Begin = async (step, thread) => {
  const state = step.state(thread)
  const view = step.view(thread)
  if (state.Result !== undefined) return { kind: 'done', result: state.Result as never }
  if (state.Parameters !== undefined) return { kind: 'done', result: await step.language(thread).taskInput(view) }
  return { kind: 'done' }
}
