import { z } from 'zod'
import { scoped, timestamp } from '../program/record.ts'
import type { IntakeField } from './intake-form.ts'

/** What a field may be used for (I3). */
export const purposes = ['matching', 'scheduling', 'analytics', 'manager', 'sponsor', 'hr', 'ai'] as const
export type Purpose = (typeof purposes)[number]

/** The fields of the intake by what they tell: people consent to these groups, per purpose. */
export const fieldGroups = {
  goals: ['triggers', 'goals', 'targetBehaviours'],
  skills: ['skillsHeld', 'skillsWanted'],
  career: ['careerGoal', 'role', 'seniority', 'tenureYears'],
  project: ['project'],
  availability: ['zone', 'availability'],
  languages: ['languages'],
  needs: ['needs'],
  impact: ['impactFlags'],
} as const satisfies Record<string, IntakeField[]>

export type FieldGroup = keyof typeof fieldGroups
export const fieldGroupNames = Object.keys(fieldGroups) as [FieldGroup, ...FieldGroup[]]

/** The version of the consent text people see; a record says which one they agreed to. */
export const consentTextVersion = 1

/**
 * One choice by a person, never changed and never removed: to consent or to revoke, for one group of fields and one purpose. The
 * latest of a pair counts; without one there is no consent. `id` is `PERSON.ULID`.
 */
export const consentRecord = scoped.extend({
  personId: z.string(),
  group: z.enum(fieldGroupNames),
  purpose: z.enum(purposes),
  granted: z.boolean(),
  textVersion: z.number().int(),
  at: timestamp,
})
export type ConsentRecord = z.infer<typeof consentRecord>

/** What a person consents to now: `goals matching`, `skills matching` … */
export const currentConsent = (records: ConsentRecord[]): Set<`${FieldGroup} ${Purpose}`> => {
  const granted = new Set<`${FieldGroup} ${Purpose}`>()
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = `${record.group} ${record.purpose}` as const
    if (record.granted) granted.add(key)
    else granted.delete(key)
  }
  return granted
}
