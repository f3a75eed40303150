import type { Agreement } from '../words.ts'

export type ClauseName = keyof Agreement['clauses']

/** The clauses of a working agreement in the order in which they are read (E2). */
const order: Record<ClauseName, number> = {
  scope: 1,
  confidentiality: 2,
  'cadence and format': 3,
  'success criteria': 4,
  'escalation path': 5,
  'data-use consent': 6,
  'sponsor actions': 7,
  termination: 8,
}

export const inOrder = (clauses: Agreement['clauses']): [ClauseName, string][] =>
  (Object.entries(clauses) as [ClauseName, string][]).toSorted(([a], [b]) => order[a] - order[b])

export const clauseTitle = (name: ClauseName): string => name.charAt(0).toUpperCase() + name.slice(1)
