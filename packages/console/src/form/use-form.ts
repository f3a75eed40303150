import { useEffect, useRef, useState } from 'react'
import { Refused } from '../api/client.ts'
import { dropDraft, findDraft, keepDraft } from './draft.ts'
import { type Entered, enteredOf, tidied, toSend, withEntered } from './entered.ts'
import { type Field, fieldOf } from './field.ts'
import { focusField } from './focus-field.ts'
import { type Problem, problemsOf } from './problems.ts'
import { refusedProblems } from './refused-problems.ts'
import type { Hints, Schema } from './schema.ts'

export type FormInput = {
  schema: Schema | Record<string, unknown>
  hints?: Hints
  /** IANA zone in which moments are entered and shown. */
  zone: string
  /** What is known already, in the shape of the schema. */
  known?: unknown
  /** Under which a draft is kept on this device until it is sent; none for what is confidential. */
  draftKey?: string
  /** What others found wrong with what is known: shown at its fields until they change. */
  wrong?: readonly { field: string; problem: string }[]
}

/** A form under way: what stands in it, what is wrong with it, and how to change and to send it. */
export type Form = ReturnType<typeof useForm>

/** Paths of fields, with dots, as the API names them: `goals.0.measure`. */
const partsOf = (path: string): (string | number)[] =>
  path === '' ? [] : path.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name))

const isBelow = (path: string, top: string): boolean => path === top || top === '' || path.startsWith(`${top}.`)

/** The state of a form of a JSON Schema. The schema and the hints are those of the first time. */
export const useForm = ({ schema, hints, zone, known, draftKey, wrong: found = [] }: FormInput) => {
  const [field] = useState<Field>(() => fieldOf(schema as Schema, { hints }))
  const [draft] = useState(() =>
    draftKey === undefined ? undefined : findDraft(localStorage, draftKey, new Date().toISOString()),
  )
  const [entered, setEntered] = useState<Entered>(() => draft?.entered ?? enteredOf(field, known, zone))
  const [restoredAt, setRestoredAt] = useState(draft?.at)
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(0)
  const [refused, setRefused] = useState<Problem[]>(() => refusedProblems(field, found).problems)
  const changed = useRef(false)

  useEffect(() => {
    if (draftKey === undefined || !changed.current) return
    const keep = () => {
      // What was sent meanwhile is no draft any more.
      if (changed.current) keepDraft(localStorage, draftKey, { entered, at: new Date().toISOString() })
    }
    const later = setTimeout(keep, 300)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(later)
      window.removeEventListener('pagehide', keep)
    }
  }, [draftKey, entered])

  const own = problemsOf(field, entered, zone)
  const problems = [...refused, ...own.filter(({ path }) => !refused.some((each) => each.path === path))]
  const isShown = ({ path }: Problem) =>
    asked > 0 || visited.has(path) || refused.some((each) => isBelow(each.path, path))
  const shown = problems.filter(isShown)

  const set = (path: string, value: Entered) => {
    changed.current = true
    setEntered((all) => withEntered(all, partsOf(path), value))
    setRefused((all) => all.filter((each) => !isBelow(each.path, path) && !isBelow(path, each.path)))
  }
  const demand = (wrong: Problem[]) => {
    setAsked((times) => times + 1)
    if (wrong[0]) focusField(wrong[0].path)
  }
  return {
    field,
    zone,
    entered,
    set,
    /** Shows from now on what is wrong with a field that was left. */
    visit: (path: string) => setVisited((all) => (all.has(path) ? all : new Set([...all, path]))),
    problemAt: (path: string) => shown.find((each) => each.path === path)?.problem,
    /** What is wrong and shown; `asked` counts how often it was tried to send. */
    shown,
    asked,
    /** What would be sent as it stands, complete or not. */
    value: () => toSend(field, tidied(field, entered), zone),
    /** When the draft was kept that the form began with, as ISO instant. */
    restoredAt,
    discard: () => {
      if (draftKey !== undefined) dropDraft(localStorage, draftKey)
      changed.current = false
      setEntered(enteredOf(field, known, zone))
      setRestoredAt(undefined)
      setRefused([])
      setVisited(new Set())
      setAsked(0)
    },
    /**
     * Sends what stands in the form when it is complete; else shows what is wrong and goes to the first of it. What the API refuses
     * is shown at its fields.
     * @param unfinished sends it as far as it goes
     * @throws Refused with what has no place in the form, Error
     */
    send: async (work: (value: unknown) => Promise<unknown>, { unfinished = false } = {}): Promise<boolean> => {
      const tidy = tidied(field, entered)
      const wrong = unfinished ? [] : problemsOf(field, tidy, zone)
      setEntered(tidy)
      setRefused([])
      if (wrong.length > 0) {
        demand(wrong)
        return false
      }
      try {
        await work(toSend(field, tidy, zone))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const { problems: placed, others } = refusedProblems(field, error.fields)
        setRefused(placed)
        if (placed.length === 0 || others.length > 0) throw new Refused(error.status, withOnly(error, others))
        demand(placed)
        return false
      }
      changed.current = false
      if (draftKey !== undefined) dropDraft(localStorage, draftKey)
      return true
    },
  }
}

const withOnly = ({ message, code }: Refused, problems: Refused['fields']) =>
  ({ detail: message, code, problems }) as ConstructorParameters<typeof Refused>[1]
