import { useState } from 'react'
import { dropDraft, findDraft, keepDraft } from '../form/draft.ts'
import { nothingGiven, type RosterGiven } from './roster-given.ts'

/** What was entered for a new program; thresholds as entered, by `GATE.fact`. Nothing about people is in it. */
export type NewProgram = {
  templateId: string
  name: string
  startDate: string
  zone: string
  thresholds: Record<string, string>
}

const key = 'program'
const empty: NewProgram = { templateId: '', name: '', startDate: '', zone: '', thresholds: {} }

/** The new program as far as it was entered, on the template that was asked for, kept in this browser until it is made; the roster only as long as the page is open. */
export const useNewProgram = (templateId: string | null) => {
  const [entered, setEntered] = useState<NewProgram>(() => {
    const kept = findDraft(localStorage, key, new Date().toISOString())?.entered as Partial<NewProgram> | undefined
    const before = { ...empty, ...kept }
    return templateId && templateId !== before.templateId ? { ...before, templateId, thresholds: {} } : before
  })
  const [roster, setRoster] = useState<RosterGiven>(nothingGiven)
  const change = (part: Partial<NewProgram>) =>
    setEntered((before) => {
      const after = { ...before, ...part }
      keepDraft(localStorage, key, { entered: after, at: new Date().toISOString() })
      return after
    })
  return { entered, change, roster, setRoster, drop: () => dropDraft(localStorage, key) }
}
