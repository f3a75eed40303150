import { z } from 'zod'
import { line } from '../fields.ts'
import { cut } from '../words.ts'

/**
 * Whose candidacy a mail is about, and what for. Without `candidateName` the reader is the candidate. `pathTitle` is the title
 * of the selection path, such as `External coach`.
 */
export const candidacyNamed = { candidateName: line.optional(), pathTitle: line }

const named = z.strictObject(candidacyNamed)
type Named = z.output<typeof named>

/** Within a sentence: `Score the live demo` becomes `score the live demo`. */
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** `your candidacy as an external coach`, `the candidacy of Otto Olsen as an internal mentor`. */
export const candidacyWords = ({ candidateName, pathTitle }: Named): string =>
  `${candidateName ? `the candidacy of ${candidateName}` : 'your candidacy'} as ${withArticle(small(pathTitle))}`

/** `an external coach`, `a senior coach`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`

/** Begins a subject: `Your candidacy`, `Candidacy of Otto Olsen`. */
export const candidacyOf = ({ candidateName }: Named): string =>
  candidateName ? `Candidacy of ${cut(candidateName, 24)}` : 'Your candidacy'
