import type { Role } from '../../program/roles.ts'
import type { FormName } from '../forms/forms.ts'
import type { Requirement } from '../selection-path.ts'

type Words = { title: string; why: string }

export const fromCandidate = (requirement: string, form: FormName, words: Words, after?: string): Requirement => ({
  requirement,
  asks: 'candidate',
  form,
  ...words,
  ...(after && { after }),
})

/** The lead looks at rules, once what they rest on is there. */
export const checkByLead = (requirement: string, rules: string[], words: Words, after?: string): Requirement => ({
  requirement,
  asks: 'lead',
  form: 'check',
  rules,
  ...words,
  ...(after && { after }),
})

export const observedBy = (
  role: Role,
  requirement: string,
  rules: string[],
  words: Words,
  after?: string,
): Requirement => ({
  requirement,
  asks: 'assessor',
  role,
  form: 'observation',
  rules,
  ...words,
  ...(after && { after }),
})

/** A signature of one person; of several people, one requirement each. */
export const signedBy = (asks: 'candidate' | 'manager' | 'lead', document: string, words: Words): Requirement => ({
  requirement: `${document}-${asks}`,
  asks,
  form: 'signature',
  document,
  ...words,
})

/** The lead names a panel; its members score, each without seeing the others' scores. */
export const panelOn = (what: string, why: string): Requirement[] => [
  { requirement: 'panel', asks: 'lead', form: 'panel', title: `Name the panel for ${what}`, why },
  { requirement: 'scores', asks: 'panel', form: 'scores', title: `Score ${what}`, why, after: 'panel' },
]
