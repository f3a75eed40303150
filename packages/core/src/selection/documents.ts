import { confidentiality } from './documents/confidentiality.ts'
import { conflictOfInterest } from './documents/conflict-of-interest.ts'
import { mentorAgreement } from './documents/mentor-agreement.ts'
import { roleProfile } from './documents/role-profile.ts'
import { sponsorshipClause } from './documents/sponsorship-clause.ts'
import { timeAllocation } from './documents/time-allocation.ts'

/**
 * A text that is signed before the first client (§4). A signature names its version; a text that changes gets the next one.
 * `signedBy` says who signs: the candidate, their manager or the lead.
 */
export type SelectionDocument = {
  document: string
  title: string
  version: number
  paragraphs: string[]
  signedBy: ('candidate' | 'manager' | 'lead')[]
}

export const documentNames = [
  'confidentiality',
  'conflict-of-interest',
  'sponsorship-clause',
  'mentor-agreement',
  'time-allocation',
  'role-profile',
] as const
export type DocumentName = (typeof documentNames)[number]

export const documents: Record<DocumentName, SelectionDocument> = {
  confidentiality,
  'conflict-of-interest': conflictOfInterest,
  'sponsorship-clause': sponsorshipClause,
  'mentor-agreement': mentorAgreement,
  'time-allocation': timeAllocation,
  'role-profile': roleProfile,
}

/** @throws Error for a document that there is not: paths name only these. */
export const findDocument = (name: string): SelectionDocument => {
  const found = documents[name as DocumentName]
  if (!found) throw new Error(`There is no document ${name}.`)
  return found
}
