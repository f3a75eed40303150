import { factValue } from '@pilotgate/core/program/fact'
import { choice, decision } from '@pilotgate/core/program/gate-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { taskAnswerBody } from './task-answer.ts'
import { taskDetail, taskView } from './task-view.ts'
import { earlySignalView, evidenceView, factView, gateView, mailView } from './views.ts'

const reason = z
  .string()
  .trim()
  .min(3, 'Say why, in a few words.')
  .max(2000)
  .meta({ description: 'Why, in a few words; kept with the gate' })
const { recheckOn } = decision.shape
const words = (problem: string) => z.string().trim().min(3, problem).max(2000)
const plan = words('Say what will be done.').optional()
const timeline = words('Say by when the decision is carried out.').optional()
const budget = words('Say which budget the decision has, with its currency.').optional()
const remediationPlans = z.record(z.string(), words('Say how it will be put right.')).optional()

export const gateRoutes = defineRoutes({
  listGates: {
    method: 'GET',
    path: '/v1/programs/{programId}/gates',
    function: 'gates/api',
    action: 'read gates',
    tag: 'Gates',
    summary: 'List the gates of a program',
    output: z.object({ items: z.array(gateView) }),
  },
  getGate: {
    method: 'GET',
    path: '/v1/programs/{programId}/gates/{gate}',
    function: 'gates/api',
    action: 'read gates',
    tag: 'Gates',
    summary: 'Read a gate: criterion, facts with their sources, votes and decisions',
    output: gateView,
    etag: 'gives',
  },
  decideGate: {
    method: 'POST',
    path: '/v1/programs/{programId}/gates/{gate}/decisions',
    function: 'gates/api',
    action: 'decide gates',
    tag: 'Gates',
    summary: 'Decide a gate that waits for a decision',
    description:
      'Weekly gates: remediate (plan, recheckOn) / waive / pivot (plan) / stop, by the program owner. Steering gates: the choice most votes are for, once the quorum has voted; W24 needs timeline and budget, and a remediation plan for each item of the scale checklist that was missed.',
    body: z
      .strictObject({
        choice,
        reason,
        plan: plan.meta({ description: 'Remediate and pivot: what will be done' }),
        recheckOn: recheckOn.meta({ description: "Remediate: the day of the recheck in the program's zone" }),
        timeline: timeline.meta({ description: 'W24: when' }),
        budget: budget.meta({ description: 'W24: for how much' }),
        remediationPlans: remediationPlans.meta({
          description: 'W24: a plan for each missed item of the scale checklist, by fact',
        }),
      })
      .meta({
        examples: [
          {
            choice: 'remediate',
            reason: 'Two coaches were ill; the sessions can be held next week.',
            plan: 'Hold the twelve missing sessions.',
            recheckOn: '2027-02-19',
          },
          { choice: 'waive', reason: 'The missing sessions have dates in week 7.' },
        ],
      }),
    output: gateView,
    status: 201,
  },
  voteOnGate: {
    method: 'POST',
    path: '/v1/programs/{programId}/gates/{gate}/votes',
    function: 'gates/api',
    action: 'vote on gates',
    tag: 'Gates',
    summary: 'Vote on a steering gate',
    body: z
      .strictObject({ choice, reason })
      .meta({ examples: [{ choice: 'continue', reason: 'Behaviour moves, and the cost is as planned.' }] }),
    output: gateView,
    status: 201,
  },
  listTasks: {
    method: 'GET',
    path: '/v1/programs/{programId}/tasks',
    function: 'gates/api',
    action: 'read tasks',
    tag: 'Tasks',
    summary: 'List tasks; without a role that oversees the program, your own',
    query: pageQuery.extend({
      gate: z.string().optional().meta({ description: 'Only of this gate' }),
      status: z.enum(['open', 'done', 'cancelled']).optional(),
      mine: z
        .stringbool()
        .default(false)
        .meta({ description: '`true`: only your own', enum: ['true', 'false'] }),
    }),
    output: pageOf(taskView),
  },
  getTask: {
    method: 'GET',
    path: '/v1/programs/{programId}/tasks/{taskId}',
    function: 'gates/api',
    action: 'read tasks',
    tag: 'Tasks',
    summary: 'Read a task with the schema of its form, and who asks',
    output: taskDetail,
  },
  answerTask: {
    method: 'POST',
    path: '/v1/programs/{programId}/tasks/{taskId}/answer',
    function: 'gates/api',
    action: 'answer task',
    tag: 'Tasks',
    summary: 'Do a task: answer its question, or say that it is done',
    body: z.strictObject(taskAnswerBody).meta({
      examples: [
        { answer: { kind: 'yes-no', yes: true } },
        { answer: { kind: 'count', count: 24 } },
        { answer: { kind: 'ratio', part: 38, whole: 50 }, note: 'From the session calendar.' },
        { answer: { kind: 'rating', rating: 4.5 } },
        { answer: { kind: 'change', change: 0.5 } },
        { answer: { kind: 'endorsement', endorsed: true, note: 'She opens doors for others.' } },
        { note: 'Done on Tuesday.' },
      ],
    }),
    output: taskView,
  },
  attestFact: {
    method: 'POST',
    path: '/v1/programs/{programId}/evidence',
    function: 'gates/api',
    action: 'attest facts',
    tag: 'Evidence',
    summary: 'State a fact with its value and source',
    body: z
      .strictObject({
        fact: z.string(),
        gate: z.string(),
        value: factValue,
        source: z
          .string()
          .trim()
          .min(3, 'Say where the value comes from.')
          .max(500)
          .meta({ description: 'Where the value comes from' }),
        note: z.string().trim().max(2000).optional(),
      })
      .meta({
        examples: [
          {
            fact: 'session-attendance',
            gate: 'W06',
            value: { kind: 'ratio', part: 38, whole: 50 },
            source: 'Session calendar, read on 12 February',
          },
        ],
      }),
    output: evidenceView,
    status: 201,
  },
  getFact: {
    method: 'GET',
    path: '/v1/programs/{programId}/facts/{fact}',
    function: 'gates/api',
    action: 'read gates',
    tag: 'Evidence',
    summary: 'Read a fact as it stands now, with the rows behind it',
    output: factView,
  },
  listEvidence: {
    method: 'GET',
    path: '/v1/programs/{programId}/evidence',
    function: 'gates/api',
    action: 'read gates',
    tag: 'Evidence',
    summary: 'List what people stated, by fact',
    query: pageQuery.extend({ fact: z.string().optional().meta({ description: 'Only of this fact' }) }),
    output: pageOf(evidenceView),
  },
  getEarlySignal: {
    method: 'GET',
    path: '/v1/programs/{programId}/early-signals/{day}',
    function: 'gates/api',
    action: 'read gates',
    tag: 'Gates',
    summary: 'The early-signal report of day 60 or day 120, as of now',
    output: earlySignalView,
  },
  listMails: {
    method: 'GET',
    path: '/v1/programs/{programId}/mails',
    function: 'gates/api',
    action: 'read mail log',
    tag: 'Mail',
    summary: 'The mail log: who got which mail, and whether it was sent',
    query: pageQuery.extend({ gate: z.string().optional().meta({ description: 'Only of this gate' }) }),
    output: pageOf(mailView),
  },
})
