import {
  type ConsentRecord,
  consentTextVersion,
  currentConsent,
  fieldGroupNames,
  fieldGroups,
  purposes,
} from '@pilotgate/core/intake/consent'
import { behaviours, impactFlags, intakeAnswers, intakeFormVersion, triggers } from '@pilotgate/core/intake/intake-form'
import { type IntakeRecord, intakeRecord, serviceDecision, services } from '@pilotgate/core/intake/intake-record'
import type { IntakeLine } from '@pilotgate/core/intake/read-intake'
import { timestamp } from '@pilotgate/core/program/record'
import { z } from 'zod'
import { memberView } from '../program/views.ts'

const {
  formVersion,
  status,
  answers,
  problems,
  acceptedGoals,
  invitedAt,
  savedAt,
  submittedAt,
  reminders,
  submissions,
} = intakeRecord.shape

/** An intake with its answers: for the participant and those who run the program. */
export const intakeView = z.object({
  personId: z.string(),
  version: z.number().int(),
  formVersion,
  status,
  answers,
  problems,
  acceptedGoals,
  invitedAt,
  savedAt,
  submittedAt,
  reminders,
  decision: serviceDecision.optional(),
})
export const toIntakeView = (record: IntakeRecord): z.input<typeof intakeView> => ({ ...record, personId: record.id })

/** How far a participant has come, without any answer. */
export const intakeLine = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  learnerKind: memberView.shape.learnerKind,
  status,
  invitedAt,
  savedAt,
  submittedAt,
  reminders,
  submissions: submissions.meta({ description: 'How often it was handed in' }),
  services: serviceDecision.shape.services.optional().meta({ description: 'For those who may read the answers' }),
})
/** @param withServices for those who may read the answers; the reasons, which quote them, are in the intake */
export const toIntakeLine = (
  { member, person, intake }: IntakeLine,
  withServices: boolean,
): z.input<typeof intakeLine> => ({
  ...intake,
  services: withServices ? intake.decision?.services : undefined,
  personId: member.id,
  name: person?.name ?? '(removed)',
  email: person?.email ?? '',
  learnerKind: member.learnerKind,
})

/** I4: 90 % of the cohort are wanted. */
export const completionView = z.object({ submitted: z.number().int(), participants: z.number().int() })

export const group = z.enum(fieldGroupNames).meta({ description: 'Fields that are consented to together' })
export const purpose = z.enum(purposes).meta({ description: 'What they may be used for' })

export const consentView = z.object({
  personId: z.string(),
  textVersion: z.number().int().meta({ description: 'The consent text in force; send it with a choice' }),
  granted: z.array(z.object({ group, purpose })),
  history: z.array(z.object({ group, purpose, granted: z.boolean(), textVersion: z.number().int(), at: timestamp })),
})
export const toConsentView = (personId: string, records: ConsentRecord[]): z.input<typeof consentView> => {
  const held = currentConsent(records)
  return {
    personId,
    textVersion: consentTextVersion,
    granted: fieldGroupNames.flatMap((group) =>
      purposes.filter((purpose) => held.has(`${group} ${purpose}`)).map((purpose) => ({ group, purpose })),
    ),
    history: records,
  }
}

/** What a page needs to draw the form: its JSON Schema and the words to choose from. */
export const intakeFormView = z.object({
  formVersion: z.number().int(),
  consentTextVersion: z.number().int(),
  schema: z.record(z.string(), z.unknown()),
  vocabulary: z.object({
    triggers: z.array(z.string()),
    behaviours: z.array(z.string()),
    impactFlags: z.array(z.string()),
    services: z.array(z.string()),
    purposes: z.array(z.string()),
    fieldGroups: z.record(z.string(), z.array(z.string())),
  }),
})

const { $schema: _, ...schema } = z.toJSONSchema(intakeAnswers)
export const intakeForm: z.input<typeof intakeFormView> = {
  formVersion: intakeFormVersion,
  consentTextVersion,
  schema,
  vocabulary: {
    triggers: [...triggers],
    behaviours: [...behaviours],
    impactFlags: [...impactFlags],
    services: [...services],
    purposes: [...purposes],
    fieldGroups: Object.fromEntries(Object.entries(fieldGroups).map(([name, fields]) => [name, [...fields]])),
  },
}
