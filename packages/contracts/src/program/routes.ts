import { templateEdit } from '@pilotgate/core/program/edit-template'
import { program } from '@pilotgate/core/program/program'
import { programTemplate } from '@pilotgate/core/program/template'
import { z } from 'zod'
import { longPageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { executionView, historyView } from './execution-views.ts'
import { steerBody } from './route-parts.ts'
import { programView, templateSummary, templateView, timelineView } from './views.ts'

const { startDate, zone, thresholds, minimumCohort } = program.shape
const name = z.string().trim().min(3, 'Give the program a name of 3 characters or more.').max(120)
/** What of a template one can change; its id stays. */
export const ownEdit = templateEdit.omit({ templateId: true })

export const programRoutes = defineRoutes({
  listTemplates: {
    method: 'GET',
    path: '/v1/templates',
    function: 'program/api',
    action: 'read templates',
    tag: 'Templates',
    summary: 'List the program templates',
    output: z.object({ items: z.array(templateSummary) }),
  },
  getTemplate: {
    method: 'GET',
    path: '/v1/templates/{templateId}',
    function: 'program/api',
    action: 'read templates',
    tag: 'Templates',
    summary: 'Read a template: its weeks, gates and thresholds',
    query: z.strictObject({
      version: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .meta({ description: 'An earlier version; the newest without it' }),
    }),
    output: templateView,
    etag: 'gives',
  },
  copyTemplate: {
    method: 'POST',
    path: '/v1/templates/{templateId}/copies',
    function: 'program/api',
    action: 'manage templates',
    tag: 'Templates',
    summary: 'Copy a template under a new id and change it',
    body: z
      .strictObject({
        templateId: programTemplate.shape.templateId.meta({ description: 'The id of the copy' }),
        edit: ownEdit.default({}),
      })
      .meta({ examples: [{ templateId: 'leadership-pilot-emea', edit: { title: 'Leadership pilot EMEA' } }] }),
    output: templateView,
    status: 201,
    etag: 'gives',
  },
  editTemplate: {
    method: 'PATCH',
    path: '/v1/templates/{templateId}',
    function: 'program/api',
    action: 'manage templates',
    tag: 'Templates',
    summary: 'Change a copied template; saved as its next version',
    body: ownEdit.meta({ examples: [{ summary: 'As the 24-week pilot, with a larger cohort.', minimumCohort: 30 }] }),
    output: templateView,
    etag: 'demands',
  },
  createProgram: {
    method: 'POST',
    path: '/v1/programs',
    function: 'program/api',
    action: 'create programs',
    tag: 'Programs',
    summary: 'Create a draft program from a template',
    body: z
      .strictObject({
        name,
        templateId: z.string(),
        templateVersion: z.number().int().min(1).optional().meta({ description: 'The newest without it' }),
        startDate: startDate.meta({ description: 'First day of week 1 in the zone of the program' }),
        zone: zone.meta({ description: 'IANA zone in which weeks, due dates and mails are reckoned' }),
        thresholds: thresholds
          .optional()
          .meta({ description: "Thresholds that differ from the template's, by `GATE.fact`" }),
        minimumCohort: minimumCohort.optional(),
      })
      .meta({
        examples: [
          {
            name: 'Leadership pilot 2027',
            templateId: 'leadership-pilot-24w',
            startDate: '2027-01-04',
            zone: 'Europe/Berlin',
            thresholds: { 'W06.session-attendance': 0.75 },
          },
        ],
      }),
    output: programView,
    status: 201,
    etag: 'gives',
  },
  listPrograms: {
    method: 'GET',
    path: '/v1/programs',
    function: 'program/api',
    action: 'list programs',
    tag: 'Programs',
    summary: 'List the programs you have a part in',
    output: z.object({ items: z.array(programView) }),
  },
  getProgram: {
    method: 'GET',
    path: '/v1/programs/{programId}',
    function: 'program/api',
    action: 'read program',
    tag: 'Programs',
    summary: 'Read a program',
    output: programView,
    etag: 'gives',
  },
  editProgram: {
    method: 'PATCH',
    path: '/v1/programs/{programId}',
    function: 'program/api',
    action: 'edit program',
    tag: 'Programs',
    summary: 'Change name, dates, zone or thresholds',
    body: z
      .strictObject({ name, startDate, zone, thresholds, minimumCohort })
      .partial()
      .meta({ examples: [{ thresholds: { 'W06.session-attendance': 0.75 } }] }),
    output: programView,
    etag: 'demands',
  },
  startProgram: {
    method: 'POST',
    path: '/v1/programs/{programId}/start',
    function: 'program/api',
    action: 'steer program',
    tag: 'Programs',
    summary: 'Start a draft program',
    description:
      'Needs legal sign-off (the fact `legal-sign-off`), people for every role that is asked, and a start date that is not past.',
    body: steerBody,
    output: programView,
  },
  pauseProgram: {
    method: 'POST',
    path: '/v1/programs/{programId}/pause',
    function: 'program/api',
    action: 'steer program',
    tag: 'Programs',
    summary: 'Pause a running program (veto)',
    body: steerBody,
    output: programView,
  },
  resumeProgram: {
    method: 'POST',
    path: '/v1/programs/{programId}/resume',
    function: 'program/api',
    action: 'steer program',
    tag: 'Programs',
    summary: 'Resume a paused program; the plan moves by whole weeks',
    body: steerBody,
    output: programView,
  },
  stopProgram: {
    method: 'POST',
    path: '/v1/programs/{programId}/stop',
    function: 'program/api',
    action: 'steer program',
    tag: 'Programs',
    summary: 'Stop a program for good (veto)',
    body: steerBody,
    output: programView,
  },
  getTimeline: {
    method: 'GET',
    path: '/v1/programs/{programId}/timeline',
    function: 'program/api',
    action: 'read gates',
    tag: 'Programs',
    summary: 'The weeks of a program with outcome, value, decision and what is waiting now',
    output: timelineView,
  },
  listExecutions: {
    method: 'GET',
    path: '/v1/programs/{programId}/executions',
    function: 'program/api',
    action: 'read executions',
    tag: 'Executions',
    summary: 'The execution that drives the program, with its state machine',
    output: z.object({ items: z.array(executionView) }),
  },
  getExecutionHistory: {
    method: 'GET',
    path: '/v1/programs/{programId}/executions/history',
    function: 'program/api',
    action: 'read executions',
    tag: 'Executions',
    summary: 'What the execution did, state by state',
    query: longPageQuery,
    output: historyView,
  },
  health: {
    method: 'GET',
    path: '/v1/health',
    function: 'program/api',
    action: 'public',
    tag: 'Health',
    summary: 'Whether the API and its database answer',
    output: z.object({ status: z.literal('ok'), now: z.string() }),
  },
})
