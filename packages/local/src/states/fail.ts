import { StateError } from './errors.ts'
import type { Begin } from './outcome.ts'

/** Fail: ends the execution or the branch with an error; Error and Cause may be expressions (ASL specification, "Fail State"). */
export const beginFail: Begin = async (step, thread) => {
  const language = step.language(thread)
  const view = step.view(thread)
  const error = (await language.value(view, 'Error', 'string')) as string | undefined
  const cause = (await language.value(view, 'Cause', 'string')) as string | undefined
  return { kind: 'failed', failure: new StateError(error, cause) }
}
