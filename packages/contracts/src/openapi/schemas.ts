import { serviceDecision } from '@pilotgate/core/intake/intake-record'
import { criterion } from '@pilotgate/core/program/criterion'
import { answer, factValue } from '@pilotgate/core/program/fact'
import { choice, conditionResult, decision, vote } from '@pilotgate/core/program/gate-record'
import { steer } from '@pilotgate/core/program/program'
import { role } from '@pilotgate/core/program/roles'
import { ask, earlySignal, gate, programTemplate } from '@pilotgate/core/program/template'
import { z } from 'zod'
import { agreementView, closingView, engagementView } from '../engagement/agreement-views.ts'
import { blockerView, escalationView, milestoneView, sponsorActionView } from '../engagement/ledger-views.ts'
import { actionItemView, notesView, sessionDetail, sessionView } from '../engagement/session-views.ts'
import { packLine, packView } from '../gates/pack-views.ts'
import { taskLinkView } from '../gates/task-link-views.ts'
import { taskDetail, taskView } from '../gates/task-view.ts'
import { earlySignalView, evaluationView, evidenceView, gateView, mailView } from '../gates/views.ts'
import { consentView, intakeLine, intakeView } from '../intake/views.ts'
import { capacityLine, capacityPlanView, formatComparisonView } from '../matching/capacity-views.ts'
import { matchView, ownMatchView, providerView, runView, settingsView } from '../matching/views.ts'
import { deliverableView, impactView, monetisationRuleView, roiView } from '../measurement/impact-views.ts'
import {
  instrumentResultsView,
  movementView,
  ownReportView,
  questionBankView,
  ratersView,
} from '../measurement/instrument-views.ts'
import {
  kpiDefinitionView,
  kpiRowView,
  kpiSettingsView,
  kpiStatusView,
  readingView,
  reconciliationView,
} from '../measurement/kpi-views.ts'
import { problem } from '../problem.ts'
import { auditLineView } from '../program/audit-routes.ts'
import { connectionView } from '../program/connection-views.ts'
import { executionView } from '../program/execution-views.ts'
import { myPartView, whoIAmView } from '../program/my-views.ts'
import { ownEdit } from '../program/routes.ts'
import { memberView, programView, templateSummary, templateView, timelineView, timelineWeek } from '../program/views.ts'
import { webhookDeliveryLine, webhookDeliveryView, webhookView } from '../program/webhook-views.ts'
import type { Route } from '../route.ts'
import {
  briefView,
  calibrationView,
  deliveryView,
  practicumView,
  readinessView,
  recertificationView,
  reviewView,
  rosterView,
} from '../selection/supervision-views.ts'
import { candidacyLine, candidacyView, credentialView, materialView, rubricView } from '../selection/views.ts'

export type JsonSchema = Record<string, unknown>

/** Schemas that have a name in the document, each with what it is. All others stand where they are used. */
const named: Record<string, [schema: z.ZodType, description: string]> = {
  Problem: [problem, 'Why a request was refused and what to do about it (RFC 9457).'],
  Program: [programView, 'A run of a template by an organisation.'],
  Template: [templateView, 'One version of a program template.'],
  TemplateSummary: [templateSummary, 'A line in the list of templates.'],
  TemplateContent: [programTemplate, 'The weeks, gates and thresholds a program runs by.'],
  TemplateEdit: [ownEdit, 'What of a template changes; what is left out stays.'],
  TemplateGate: [gate, 'A gate and the work before it, as the template plans them.'],
  Criterion: [criterion, 'When a gate passes: in words, and as conditions that must all hold.'],
  Ask: [ask, 'Who is asked which question for a fact.'],
  EarlySignal: [earlySignal, 'A report at a day count from the start of the program.'],
  Timeline: [timelineView, 'The weeks of a program, as of `now`.'],
  TimelineWeek: [timelineWeek, 'One week: what was measured, what was decided, or what it waits for.'],
  Me: [whoIAmView, 'Who you are in your organisation.'],
  MyPart: [myPartView, 'Who you are in a program.'],
  Member: [memberView, "A person's part in a program."],
  Intake: [intakeView, "A participant's answers, what the goal check found, and the services decided."],
  IntakeLine: [intakeLine, 'How far a participant has come with the intake, without any answer.'],
  ServiceDecision: [serviceDecision, 'Which services, in which order, from whom and why.'],
  Consent: [consentView, 'What a participant consents to, and every choice so far.'],
  Practicum: [practicumView, 'The practicum of an internal coach in training, with each rule of its completion.'],
  Readiness: [readinessView, 'The level of an internal coach, and each rule of the next one.'],
  SupervisionRoster: [rosterView, 'Who supervises whom, with what has to be put right.'],
  Review: [reviewView, 'The review of a coach in a quarter, with what follows it.'],
  Recertification: [recertificationView, 'A credential, and what its recertification still takes.'],
  OutcomesBrief: [briefView, 'Which behaviour changed in 12 months of coaching or mentoring, and what shows it.'],
  Delivery: [deliveryView, 'What a coach or mentor delivered, and whether they may go on being assigned.'],
  Calibration: [calibrationView, 'The calibration of mentors in a quarter, due or held.'],
  Candidacy: [candidacyView, 'Somebody on the way to become a coach or mentor, as far as the reader may see it.'],
  CandidacyLine: [candidacyLine, 'Where a candidacy stands.'],
  Rubric: [rubricView, 'How a panel scores, in one version.'],
  TaskMaterial: [materialView, 'What a person needs to see to do a task of a selection.'],
  Credential: [credentialView, 'The proof that somebody passed their selection.'],
  Provider: [providerView, 'A coach or mentor as matching knows them.'],
  CapacityPlan: [capacityPlanView, 'Pool and demand week by week, and when the pool leaves its target.'],
  CapacityLine: [capacityLine, 'One service in one week: places, who asks for them, and how the target stands.'],
  FormatComparison: [formatComparisonView, 'What 1:1, small groups and office hours would serve, and at what price.'],
  MatchingSettings: [settingsView, 'Weights by profile, objective, and whether participants choose.'],
  MatchingRun: [runView, 'One solve of a cohort, with those for whom there was nobody.'],
  Match: [matchView, 'A participant with a coach or mentor, what the proposal rests on, and what became of it.'],
  OwnMatch: [ownMatchView, 'A match as its two people see it, without scores.'],
  Engagement: [engagementView, 'One participant with one coach or mentor, as far as the reader may see it.'],
  WorkingAgreement: [agreementView, 'One version of a working agreement, with who signed it.'],
  Closing: [closingView, 'A closing artifact of an engagement; its text is for the pair.'],
  Session: [sessionView, 'A meeting of a pair, as far as the reader may see it.'],
  SessionDetail: [sessionDetail, 'A session with its blueprint; for the pair with its action items.'],
  SessionNotes: [notesView, 'What was said in a session, for the pair alone.'],
  ActionItem: [actionItemView, 'What came out of a session: who does what by when, for the pair alone.'],
  SponsorAction: [sponsorActionView, 'What a mentor does for their mentee; its text is for the pair.'],
  Milestone: [milestoneView, 'What a pair wants to reach by a day; its title is for the pair.'],
  Blocker: [blockerView, 'What keeps people from going on; its words are for those it concerns.'],
  Escalation: [escalationView, 'A matter handed to operations, HR or steering, with the end of its clock.'],
  Task: [taskView, 'Something a person is asked to do. `form` is the JSON Schema of the `answer` to send.'],
  TaskDetail: [taskDetail, 'A task with the name of who asks.'],
  TaskLink: [taskLinkView, 'What the reader of a link in a mail sees of their own task.'],
  QuestionBank: [questionBankView, 'The questions of all instruments, in the version that is asked now.'],
  Raters: [ratersView, 'Who rates a participant in the 360.'],
  OwnReport: [
    ownReportView,
    "A participant's own 360: their ratings, the mean of the others from five on, and the movement.",
  ],
  InstrumentResults: [
    instrumentResultsView,
    'What instruments came to, by gate; figures of fewer than five people are withheld.',
  ],
  Movement: [movementView, 'How far target behaviours moved between the baseline and the follow-up 360.'],
  Gate: [gateView, 'A gate with everything measured and decided.'],
  Evaluation: [
    evaluationView,
    "One look at a gate's facts; round 1 is the planned check, each recheck a further round.",
  ],
  ConditionResult: [conditionResult, 'How one condition of the criterion came out, with the source of the value.'],
  Decision: [decision, 'A recorded choice by a named authority.'],
  Vote: [vote, "A committee member's vote."],
  Choice: [choice, 'What can be decided at gates. The `choices` of a gate say which of them it takes.'],
  Evidence: [evidenceView, 'A fact as someone stated it, with its source.'],
  FactValue: [factValue, 'The measured value of a fact. A ratio with `whole` 0 means "no data".'],
  Answer: [answer, 'What one person answers. In a ratio, `part` must not be more than `whole`.'],
  Role: [role, 'Who a person can be in a program.'],
  SteeringAction: [steer, 'Why and by whom a program was started, paused, resumed or stopped.'],
  EarlySignalReport: [earlySignalView, 'Where the program stands on a day of the report: directional, not proof.'],
  KpiDefinition: [kpiDefinitionView, 'A KPI: what it is counted from, its formula, target and attribution window.'],
  KpiStatus: [kpiStatusView, 'How a KPI stands over the weeks that are over, against target and baseline.'],
  KpiRow: [kpiRowView, 'A row behind a figure, and what it adds to it.'],
  KpiMap: [kpiSettingsView, 'Owners, feeds, targets and baselines of the KPIs of a program.'],
  Reading: [readingView, 'A number of the business that the platform cannot count by itself.'],
  KpiReconciliation: [reconciliationView, 'Where rows and weekly counters do not agree.'],
  Pack: [packView, 'A steering pack as it was when it was made, with its page.'],
  PackLine: [packLine, 'A steering pack without its page.'],
  Deliverable: [deliverableView, 'A case study, budget, scaling plan or measurement plan.'],
  Impact: [impactView, 'A comparison of participants with people like them outside the program.'],
  Roi: [roiView, 'The return on investment as a range, with what it was reckoned from.'],
  MonetisationRule: [monetisationRuleView, 'How a change becomes money.'],
  Mail: [mailView, 'A row of the mail log. `unknown`: it is not known whether it was sent; it is not sent again.'],
  AuditLine: [auditLineView, 'Something that happened: ids, states and days.'],
  Connection: [connectionView, 'An HR system that data of people come from, without its secrets.'],
  Webhook: [webhookView, 'An address that events are sent to, without its secrets.'],
  WebhookDelivery: [webhookDeliveryView, 'One event on its way to a webhook, with every attempt and what was sent.'],
  WebhookDeliveryLine: [webhookDeliveryLine, 'One event on its way to a webhook, without what was sent.'],
  Execution: [executionView, 'The execution that drives the program, with the states of its machine.'],
}

/** Takes out what only repeats another keyword: the pattern of a named format, the bounds of safe integers. */
const tidy = ({ jsonSchema }: { jsonSchema: JsonSchema }): void => {
  if (['date-time', 'date', 'email'].includes(String(jsonSchema.format))) delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (JSON.stringify(jsonSchema.propertyNames) === '{"type":"string"}') delete jsonSchema.propertyNames
}

/** JSON Schemas by id for one direction; those that are `named` are referred to wherever they occur. */
const generate = (io: 'input' | 'output', others: [id: string, schema: z.ZodType][]): Record<string, JsonSchema> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, [schema]] of Object.entries(named)) registry.add(schema, { id })
  const aliases: Record<string, JsonSchema> = {}
  for (const [id, schema] of others) {
    const known = registry.get(schema)?.id
    if (known) aliases[id] = known in named ? { $ref: reference(known) } : { aliasOf: known }
    else registry.add(schema, { id })
  }
  const { schemas } = z.toJSONSchema(registry, { io, uri: reference, override: tidy })
  const clean = Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema as JsonSchema]),
  )
  const resolved = Object.entries(aliases).map(([id, alias]) => [id, clean[String(alias.aliasOf)] ?? alias])
  return { ...clean, ...Object.fromEntries(resolved) }
}

const reference = (id: string): string => `#/components/schemas/${id}`

/**
 * The JSON Schemas of a table of routes: `components` by name, and of each route what it takes (`body`, `query`: the input
 * side of the zod schemas) and gives (`output`: their output side).
 */
export const schemasOf = (table: [name: string, route: Route][]) => {
  const part = (key: 'body' | 'query' | 'output') =>
    table.flatMap(([name, route]): [string, z.ZodType][] => (route[key] ? [[`${name}.${key}`, route[key]]] : []))
  const taken = generate('input', [...part('body'), ...part('query')])
  const given = generate('output', part('output'))
  return {
    components: Object.fromEntries(
      Object.entries(named).map(([name, [, description]]) => [name, { description, ...given[name] }]),
    ),
    body: (name: string): JsonSchema | undefined => taken[`${name}.body`],
    query: (name: string): JsonSchema | undefined => taken[`${name}.query`],
    output: (name: string): JsonSchema => given[`${name}.output`]!,
  }
}
