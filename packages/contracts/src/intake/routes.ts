import { answerColumns } from '@pilotgate/core/intake/answers-file'
import { consentTextVersion } from '@pilotgate/core/intake/consent'
import { draftAnswers } from '@pilotgate/core/intake/intake-form'
import { serviceDecision } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { completionView, consentView, group, intakeFormView, intakeLine, intakeView, purpose } from './views.ts'

const csv = z.string().min(1, 'The file is empty.')
const rowProblems = z.array(z.object({ row: z.number().int(), field: z.string(), problem: z.string() }))
const own = "In place of the person's id, `me` stands for your own."

const exampleGoal = {
  behaviour: 'Delegate decisions on releases, with a written brief',
  situation: 'In the weekly planning meeting with my five team leads',
  measure: 'At least 4 of 5 decisions a month',
  date: '2027-06-30',
  baseline: '1 of 5 decisions',
}

export const intakeRoutes = defineRoutes({
  importRoster: {
    method: 'POST',
    path: '/v1/programs/{programId}/roster',
    function: 'intake/api',
    action: 'manage people',
    tag: 'People',
    summary: 'Import people and their roles from CSV',
    description:
      'Columns: email, name, roles (separated by ";"), zone (IANA), manager_email, places (coaches and mentors), learner_kind. Good rows are kept, bad rows are reported.',
    body: z.strictObject({ csv }).meta({
      examples: [
        {
          csv: 'email,name,roles,zone,manager_email,places,learner_kind\nmira@example.com,Mira Okafor,participant,Europe/Berlin,jonas@example.com,,person\nada@example.com,Ada Lindt,coach;mentor,Europe/Zurich,,3,person\n',
        },
      ],
    }),
    output: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      problems: rowProblems,
    }),
  },
  getIntakeForm: {
    method: 'GET',
    path: '/v1/intake-form',
    function: 'intake/api',
    action: 'read intake form',
    tag: 'Intake',
    summary: 'Read the intake form: its version, JSON Schema and vocabulary',
    output: intakeFormView,
  },
  inviteToIntake: {
    method: 'POST',
    path: '/v1/programs/{programId}/intake/invitations',
    function: 'intake/api',
    action: 'manage intake',
    tag: 'Intake',
    summary: 'Invite every participant who has no intake yet',
    description: 'Happens by itself when the week opens whose gate looks at the intake; again changes nothing.',
    output: z.object({ invited: z.array(z.string()) }),
  },
  importAnswers: {
    method: 'POST',
    path: '/v1/programs/{programId}/intake/imports',
    function: 'intake/api',
    action: 'manage intake',
    tag: 'Intake',
    summary: 'Import answers from CSV; people look through them and submit themselves',
    description: `Columns: ${answerColumns.join(', ')}. Only email must be there; an empty cell leaves the answer as it is. Lists are separated by ";" ("-" for none), hours read "Mon 09:00-12:00; Thu 14:00-16:00", yes/no is "yes" or "no". Good rows are kept, bad rows are reported.`,
    body: z.strictObject({ csv }).meta({
      examples: [
        { csv: 'email,role,seniority,languages,zone\nmira@example.com,Team lead,2,English;German,Europe/Berlin\n' },
      ],
    }),
    output: z.object({ saved: z.number().int(), unchanged: z.number().int(), problems: rowProblems }),
  },
  listIntakes: {
    method: 'GET',
    path: '/v1/programs/{programId}/intake',
    function: 'intake/api',
    action: 'list intakes',
    tag: 'Intake',
    summary: 'List how far the participants have come, and how complete the cohort is',
    query: pageQuery,
    output: pageOf(intakeLine).extend({ completion: completionView }),
  },
  getIntake: {
    method: 'GET',
    path: '/v1/programs/{programId}/intake/{personId}',
    function: 'intake/api',
    action: 'read intake',
    tag: 'Intake',
    summary: 'Read an intake: your own, or any as someone who runs the program',
    description: own,
    output: intakeView,
    etag: 'gives',
  },
  saveIntake: {
    method: 'PUT',
    path: '/v1/programs/{programId}/intake/{personId}',
    function: 'intake/api',
    action: 'answer intake',
    tag: 'Intake',
    summary: 'Save answers as far as they go, in place of those saved before',
    description: `${own} A change after submitting opens the intake again.`,
    body: draftAnswers.meta({
      examples: [
        { triggers: ['performance gap'], goals: [exampleGoal], languages: ['English'], zone: 'Europe/Berlin' },
        { goals: [{ behaviour: exampleGoal.behaviour }] },
      ],
    }),
    output: intakeView,
    etag: 'demands',
  },
  submitIntake: {
    method: 'POST',
    path: '/v1/programs/{programId}/intake/{personId}/submit',
    function: 'intake/api',
    action: 'answer intake',
    tag: 'Intake',
    summary: 'Hand an intake in; goals that cannot be measured send it back',
    description: `${own} The answer has the status \`submitted\` with the services decided, or \`sent back\` with what the goals lack.`,
    output: intakeView,
    etag: 'gives',
  },
  acceptGoal: {
    method: 'POST',
    path: '/v1/programs/{programId}/intake/{personId}/accepted-goals',
    function: 'intake/api',
    action: 'accept goals',
    tag: 'Intake',
    summary: 'Accept a goal that was sent back, as it stands, with a reason',
    description:
      'For a goal that is specific and measurable although the check misses something; it knows English words only. Its date is still checked. With nothing left to correct, the intake is submitted. A goal that is changed later is checked again.',
    body: z
      .strictObject({
        goal: z.number().int().min(0).max(2).meta({ description: 'Its place among the goals; the first is 0' }),
        reason: z.string().trim().min(3, 'Say why, in a few words.').max(2000),
      })
      .meta({ examples: [{ goal: 0, reason: 'Specific and measurable; it is written in German.' }] }),
    output: intakeView,
    etag: 'gives',
  },
  overrideServices: {
    method: 'POST',
    path: '/v1/programs/{programId}/intake/{personId}/services',
    function: 'intake/api',
    action: 'decide services',
    tag: 'Intake',
    summary: 'Decide other services than the rules did, with a reason',
    body: z
      .strictObject({
        services: serviceDecision.shape.services,
        reason: z.string().trim().min(3, 'Say why, in a few words.').max(2000),
      })
      .meta({
        examples: [
          {
            services: [
              { service: 'mentor', order: 1, cadence: 'monthly', length: '9–12 months', provider: 'internal' },
            ],
            reason: 'She has a coach already, outside the program.',
          },
        ],
      }),
    output: intakeView,
    etag: 'gives',
  },
  getConsent: {
    method: 'GET',
    path: '/v1/programs/{programId}/intake/{personId}/consent',
    function: 'intake/api',
    action: 'read intake',
    tag: 'Intake',
    summary: 'Read what a participant consents to, and every choice so far',
    description: own,
    output: consentView,
  },
  changeConsent: {
    method: 'POST',
    path: '/v1/programs/{programId}/intake/{personId}/consent',
    function: 'intake/api',
    action: 'choose consent',
    tag: 'Intake',
    summary: 'Consent or revoke, for groups of fields and purposes, several at once',
    description: `${own} Nobody chooses for somebody else; operations choose for agents. What changes nothing is left out.`,
    body: z
      .strictObject({
        textVersion: z.number().int().meta({ description: 'The version of the consent text that was read' }),
        choices: z
          .array(z.strictObject({ group, purpose, granted: z.boolean() }))
          .min(1, 'Choose something.')
          .max(60),
      })
      .meta({
        examples: [
          {
            textVersion: consentTextVersion,
            choices: [
              { group: 'goals', purpose: 'matching', granted: true },
              { group: 'career', purpose: 'sponsor', granted: false },
            ],
          },
        ],
      }),
    output: consentView,
  },
})
