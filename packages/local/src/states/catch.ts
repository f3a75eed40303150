import type { Catcher } from './definition.ts'
import { matchesError, type StateError } from './errors.ts'
import type { JsonObject } from './json.ts'
import type { Left } from './query-language.ts'
import type { Step } from './step.ts'
import type { Thread } from './thread.ts'

/** The first catcher that matches, with its position; `undefined` when none does (ASL specification, "Fallback states"). */
export function catcherFor(
  step: Step,
  thread: Thread,
  failure: StateError,
): { catcher: Catcher; index: number } | undefined {
  const catchers = step.state(thread).Catch ?? []
  const index = catchers.findIndex((catcher) => matchesError(catcher.ErrorEquals, failure))
  const catcher = catchers[index]
  return catcher && { catcher, index }
}

/** The output and the variables with which a catcher leaves the failed state. */
export async function leaveByCatch(
  step: Step,
  thread: Thread,
  failure: StateError,
  { catcher, index }: { catcher: Catcher; index: number },
): Promise<Left> {
  return await step.language(thread).leave(step.view(thread), {
    fields: catcher,
    at: `Catch[${index}]/`,
    kind: 'catch',
    errorOutput: errorOutput(failure),
  })
}

/** `$states.errorOutput`. */
function errorOutput(failure: StateError): JsonObject {
  const output: JsonObject = {}
  if (failure.error !== undefined) output.Error = failure.error
  if (failure.reason !== undefined) output.Cause = failure.reason
  return output
}
