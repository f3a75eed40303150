import type { Computed, Evidence } from './rows.ts'

/** A share of rows: those that count, of all. `words` says what counts: "sessions were held". Without rows there is no data. */
export const shareOf = (evidence: Evidence[], words: string): Computed => {
  const part = evidence.filter(({ counts }) => counts).length
  const note = `${part} of ${evidence.length} ${words}`
  return { value: { kind: 'ratio', part, whole: evidence.length }, note, evidence }
}

/** So or not so. */
export const yesOrNo = (yes: boolean, note: string, evidence: Evidence[] = []): Computed => ({
  value: { kind: 'yes-no', yes },
  note,
  evidence,
})

/** How many rows count. */
export const countOf = (evidence: Evidence[], words: string): Computed => {
  const count = evidence.filter(({ counts }) => counts).length
  return { value: { kind: 'count', count }, note: `${count} ${words}`, evidence }
}
