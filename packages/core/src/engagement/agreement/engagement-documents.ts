import type { EngagementRecord } from '../engagement-record.ts'
import { dataAccessAgreement } from './documents/data-access-agreement.ts'
import { roleCharter } from './documents/role-charter.ts'

/** What a mentor coach signs before seeing project data (E2), in the order of reading. */
export const charterDocuments = { roleCharter, dataAccess: dataAccessAgreement }

export const needsCharter = ({ mentorCoach, charterSignedAt }: EngagementRecord): boolean =>
  mentorCoach && charterSignedAt === undefined
