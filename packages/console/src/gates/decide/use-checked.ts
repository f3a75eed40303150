import { useState } from 'react'
import { Refused } from '../../api/client.ts'
import { focusField } from '../../form/focus-field.ts'

/** What is wrong with a form, by field, in the order of the fields. */
export type Problems = Record<string, string>

/** The forms of a gate's page; both may be on it at once. */
export type FormName = 'vote' | 'decision'

/** Where a field of one of the forms is on the page. */
export const placeOf = (form: FormName, field: string): string => `${form}.${field}`

/**
 * Sends a form once nothing is wrong with it; else goes to the first field to put right. What the API refuses stands at its
 * fields, or in `failure` where it names none of them.
 * @param name the form
 * @param problems what is wrong with what stands in the form now
 * @param fields the fields that the form shows
 */
export const useChecked = (
  name: FormName,
  problems: Problems,
  fields: readonly string[],
  send: () => Promise<unknown>,
) => {
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const refused = failure instanceof Refused ? failure.fields.filter(({ field }) => fields.includes(field)) : []
  const shown: Problems = {
    ...Object.fromEntries(refused.map(({ field, problem }) => [field, problem])),
    ...(tried && problems),
  }
  const goToFirst = (names: readonly string[]) => {
    const first = fields.find((field) => names.includes(field))
    if (first) focusField(placeOf(name, first))
  }
  /** Sends it after all, whatever was asked in between; throws what was refused. */
  const submit = async (): Promise<void> => {
    setFailure(undefined)
    setBusy(true)
    try {
      await send()
    } catch (error) {
      setFailure(error as Error)
      if (error instanceof Refused) goToFirst(error.fields.map(({ field }) => field))
      throw error
    } finally {
      setBusy(false)
    }
  }
  /** Whether the form is complete; if not, says so at its fields. */
  const isComplete = (): boolean => {
    setTried(true)
    goToFirst(Object.keys(problems))
    return Object.keys(problems).length === 0
  }
  const isShown = failure instanceof Refused && failure.fields.length > 0 && refused.length === failure.fields.length
  return { shown, busy, failure: isShown ? undefined : failure, isComplete, submit }
}
