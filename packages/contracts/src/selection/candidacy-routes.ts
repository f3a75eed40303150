import { candidacyRecord } from '@pilotgate/core/selection/candidacy'
import { pathNames } from '@pilotgate/core/selection/selection-path'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { base, candidacies, personId, program, words } from './route-parts.ts'
import { candidacyLine, candidacyView, materialView } from './views.ts'

export const candidacyRoutes = defineRoutes({
  openCandidacy: {
    ...base,
    method: 'POST',
    path: candidacies,
    action: 'open candidacies',
    summary: 'Apply as a coach or mentor, or nominate somebody',
    description:
      'Coaches and mentors of the roster apply for themselves (`me`); managers nominate people who report to them; leads and program owners open anyone. The first task, the application, goes to the candidate by mail.',
    body: z
      .strictObject({ personId, path: z.enum(pathNames), why: words('Say why, in a few words.').optional() })
      .meta({
        examples: [
          { personId: 'me', path: 'internal-mentor' },
          { personId: '01KFZ0Q3W5T7R9YB2M4N6P8S0E', path: 'internal-coach', why: 'Her team asks her for advice.' },
        ],
      }),
    output: candidacyView,
    status: 201,
  },
  listCandidacies: {
    ...base,
    method: 'GET',
    path: candidacies,
    action: 'read candidacies',
    summary: 'List candidacies: your own, or all as someone who leads the selection',
    query: pageQuery.extend({
      path: z.enum(pathNames).optional(),
      status: candidacyRecord.shape.status.optional(),
    }),
    output: pageOf(candidacyLine),
  },
  getCandidacy: {
    ...base,
    method: 'GET',
    path: `${candidacies}/{candidacyId}`,
    action: 'read candidacies',
    summary: 'Read a candidacy: its steps, what was answered and how panels scored',
    description:
      'Scores are seen by nobody but their author until the panel is complete; the candidate sees outcomes and what is missing, never a score.',
    output: candidacyView,
    etag: 'gives',
  },
  resumeCandidacy: {
    ...base,
    method: 'POST',
    path: `${candidacies}/{candidacyId}/resumption`,
    action: 'steer candidacies',
    summary: 'End a hold: what was missing is there, the step is asked again',
    body: z.strictObject({ step: z.string().max(60) }).meta({ examples: [{ step: 'live-demo' }] }),
    output: candidacyView,
  },
  rejectCandidacy: {
    ...base,
    method: 'POST',
    path: `${candidacies}/{candidacyId}/rejection`,
    action: 'steer candidacies',
    summary: 'Turn a candidate down, at any step, with reasons that are kept',
    body: z
      .strictObject({ reasons: z.array(words('Say why, in a few words.')).min(1, 'Give a reason.').max(5) })
      .meta({ examples: [{ reasons: ['Two references could not confirm the outcomes.'] }] }),
    output: candidacyView,
  },
  withdrawCandidacy: {
    ...base,
    method: 'POST',
    path: `${candidacies}/{candidacyId}/withdrawal`,
    action: 'withdraw candidacies',
    summary: 'Withdraw a candidacy: your own, or any as a lead',
    body: z
      .strictObject({ reason: words('Say why, in a few words.') })
      .meta({ examples: [{ reason: 'No time this year.' }] }),
    output: candidacyView,
  },
  logSponsorAction: {
    ...base,
    method: 'POST',
    path: `${candidacies}/{candidacyId}/sponsor-action`,
    action: 'log sponsor action',
    summary: "Log the outcome of a mentor's sponsor action",
    description:
      'Due within 60 days of the commitment (S-M9). Logged later, it ends the suspension that the missed day brought.',
    body: z
      .strictObject({ outcome: words('Say what came of it.'), evidence: words('Say what shows it, or who can.') })
      .meta({
        examples: [
          { outcome: 'Introduced to the head of platform; joins her planning round.', evidence: 'Minutes of 3 March' },
        ],
      }),
    output: candidacyView,
  },
  getTaskMaterial: {
    ...base,
    method: 'GET',
    path: `${program}/tasks/{taskId}/material`,
    action: 'answer task',
    summary: 'Read what a task of a selection is about',
    description:
      'The rubric to score by, the document to sign, the quiz, the application to check, whom a panel may have. For the person who has the task.',
    output: materialView,
  },
})
