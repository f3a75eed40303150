import type { Answer } from '../../api/client.ts'

export type Task = Answer<'getTask'>
type Kind = Task['kind']

/** What a task asks for, in a word or two. */
export const kindWords: Record<Kind, string> = {
  attest: 'Question',
  decide: 'Decision',
  vote: 'Vote',
  record: 'Decision to record',
  do: 'To carry out',
  select: 'Selection',
  engage: 'Engagement',
  collect: 'Questionnaire',
}

/** Tasks that are done by deciding the gate, with what is to be done there. */
export const doneAtGate: Partial<Record<Kind, string>> = {
  decide: 'Decide gate',
  vote: 'Vote on gate',
  record: 'Record the decision on gate',
}

/** Whether a task serves a gate of the program; others serve a rule of the selection or of engagements. */
export const isOfGate = (kind: Kind): boolean => kind !== 'select' && kind !== 'engage'

/** What the button that sends the answer says. */
export const sendWords = (kind: Kind): string => (kind === 'do' ? 'Say that it is done' : 'Send the answer')

/** Tasks whose form has no room of its own for a word in addition. */
export const isNoted = (kind: Kind): boolean => kind === 'attest' || kind === 'do'
