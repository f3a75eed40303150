import SCIMMY from 'scimmy'

/** The kinds of refusals that the protocol has a word for (RFC 7644 §3.12). */
type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'

/** A refusal in the words of the protocol: `detail` says what is wrong and what would be right. */
export const refusal = (scimType: ScimType, detail: string): SCIMMY.Types.SCIMError =>
  new SCIMMY.Types.Error(scimType === 'tooMany' ? 413 : 400, scimType, detail)

export const isRefusal = (error: unknown): error is SCIMMY.Types.SCIMError => error instanceof SCIMMY.Types.Error
