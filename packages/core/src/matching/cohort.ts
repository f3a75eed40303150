import type { FieldGroup, Purpose } from '../intake/consent.ts'
import type { IntakeAnswers } from '../intake/intake-form.ts'
import type { Service, ServiceDecision } from '../intake/intake-record.ts'
import type { MatchRecord } from './match-record.ts'
import type { ProviderRecord } from './provider.ts'
import type { ProfileName, Weights } from './weights.ts'

/** A participant as matching sees them. Fields without consent for matching are in `answers` but must not be read (I3). */
export type Learner = {
  personId: string
  learnerKind: 'person' | 'agent'
  managerId: string | undefined
  answers: IntakeAnswers
  consent: ReadonlySet<`${FieldGroup} ${Purpose}`>
  services: ServiceDecision['services']
}

/** A coach or mentor with the places that are still free. */
export type Provider = { personId: string; managerId: string | undefined; record: ProviderRecord; free: number }

export type MatchingSettings = {
  profiles: Record<ProfileName, Weights>
  objective: 'best-score' | 'most-matched'
}

/** Pairs that people decided on before the solve. */
export type Pinned = {
  reserved: [participantId: string, providerId: string][]
  forbidden: [participantId: string, providerId: string][]
}

/** A proposal for one participant and one service, before it is stored. */
export type Proposal = Pick<
  MatchRecord,
  | 'participantId'
  | 'providerId'
  | 'service'
  | 'order'
  | 'review'
  | 'reviewReason'
  | 'impact'
  | 'result'
  | 'alternatives'
>

/** The plan for a whole cohort (M5). */
export type CohortPlan = {
  proposals: Proposal[]
  unmatched: { participantId: string; service: Service; why: string }[]
  /** Sum of the scores, 0–100 each. */
  total: number
  optimal: boolean
}
