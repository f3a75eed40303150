import { StateError } from './errors.ts'
import { whileExecuting } from './jsonata.ts'
import type { Begin } from './outcome.ts'

/**
 * Choice: the first rule that holds decides the next state, and its Output and Assign apply; else Default with the state's
 * own (ASL specification, "Choice State"). With neither, `States.NoChoiceMatched`.
 */
export const beginChoice: Begin = async (step, thread) => {
  const state = step.state(thread)
  const language = step.language(thread)
  const view = step.view(thread)
  for (const [index, rule] of (state.Choices ?? []).entries()) {
    const at = `Choices[${index}]/`
    if (!(await language.matches(view, rule, at))) continue
    const left = await language.leave(view, { fields: rule, at, kind: 'choice' })
    return { kind: 'left', left, next: rule.Next as string }
  }
  if (state.Default === undefined) {
    const start = whileExecuting(thread.state, thread.entered.id)
    const what = 'Failed to transition out of the state. The state does not point to a next state.'
    throw new StateError('States.NoChoiceMatched', `${start} ${what}`)
  }
  const left = await language.leave(view, { fields: state, at: '', kind: 'choice' })
  return { kind: 'left', left, next: state.Default }
}
