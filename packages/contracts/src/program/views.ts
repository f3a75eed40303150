import { findFact } from '@pilotgate/core/program/facts'
import { conditionResult, type GateRecord } from '@pilotgate/core/program/gate-record'
import { type Member, member, type Person } from '@pilotgate/core/program/person'
import { type Program, program, steer } from '@pilotgate/core/program/program'
import { programTemplate } from '@pilotgate/core/program/template'
import type { TemplateRecord } from '@pilotgate/core/program/template-record'
import { z } from 'zod'

const {
  name,
  templateId,
  templateVersion,
  startDate,
  zone,
  thresholds,
  minimumCohort,
  status,
  currentGate,
  slippedWeeks,
  result,
} = program.shape

/** A program as its people see it. Execution ARNs and tokens stay on the server. */
export const programView = z.object({
  programId: z.string(),
  version: z.number().int(),
  name,
  templateId,
  templateVersion,
  startDate,
  zone,
  thresholds,
  minimumCohort,
  status,
  currentGate,
  slippedWeeks,
  result,
  history: z.array(steer),
})
export const toProgramView = (record: Program): z.input<typeof programView> => ({ ...record, programId: record.id })

export const templateView = z.object({
  templateId: z.string(),
  templateVersion: z.number().int(),
  copiedFrom: z.string().optional(),
  template: programTemplate,
  facts: z
    .record(z.string(), z.object({ words: z.string(), kind: z.enum(['yes-no', 'count', 'ratio', 'rating', 'change']) }))
    .meta({ description: 'The facts of its criteria: each in words, and how it is measured' }),
})
export const toTemplateView = ({
  template,
  templateVersion,
  copiedFrom,
}: Pick<TemplateRecord, 'template' | 'templateVersion' | 'copiedFrom'>): z.input<typeof templateView> => {
  const names = template.gates.flatMap(({ criterion }) => criterion.all.map(({ fact }) => fact))
  const known = names.flatMap((name) => findFact(name) ?? [])
  const facts = Object.fromEntries(known.map(({ name, words, kind }) => [name, { words, kind }]))
  return { templateId: template.templateId, templateVersion, copiedFrom, template, facts }
}

/** A line in a list of templates. */
export const templateSummary = z.object({
  templateId: z.string(),
  templateVersion: z.number().int(),
  title: z.string(),
  summary: z.string(),
  weeks: z.number().int(),
  gates: z.number().int(),
})

/** A person's part in a program. */
export const memberView = z.object({
  personId: z.string(),
  email: z.string(),
  name: z.string(),
  zone: z.string(),
  managerId: z.string().optional(),
  roles: member.shape.roles,
  learnerKind: member.shape.learnerKind,
  places: member.shape.places,
  status: member.shape.status,
  withdrawnReason: z.string().optional(),
})
export const toMemberView = (record: Member, person: Person | undefined): z.input<typeof memberView> => ({
  ...record,
  personId: record.id,
  email: person?.email ?? '',
  name: person?.name ?? '(removed)',
  zone: person?.zone ?? '',
  managerId: person?.managerId,
})

/** One week of the timeline: what was measured, what was decided and by whom, or what it waits for. */
export const timelineWeek = z.object({
  gate: z.string(),
  week: z.number().int(),
  title: z.string(),
  criterion: z.string(),
  status: z.enum(['planned', 'open', 'rechecking', 'awaiting owner', 'awaiting steering', 'closed']),
  opensAt: z.string(),
  checksAt: z.string(),
  outcome: z.enum(['pass', 'fail', 'inconclusive']).optional(),
  value: z.string().optional(),
  conditions: z.array(conditionResult),
  decision: z.string().optional(),
  decidedBy: z.string().optional(),
  waitsFor: z.string().optional(),
})
export type TimelineWeek = z.input<typeof timelineWeek>

export const timelineView = z.object({
  programId: z.string(),
  name: z.string(),
  status: programView.shape.status,
  zone: z.string(),
  now: z.string(),
  weeks: z.array(timelineWeek),
})

/** What a gate in this state waits for, in words. */
export const waitsFor = (record: GateRecord): string | undefined => {
  switch (record.status) {
    case 'planned':
      return `Opens ${record.opensAt}`
    case 'open':
      return `Checked ${record.checksAt}`
    case 'rechecking':
      return `Rechecked ${record.decisions.at(-1)?.recheckOn}`
    case 'awaiting owner':
      return 'The program owner decides'
    case 'awaiting steering':
      return `The steering committee decides (${record.votes.length} votes)`
    case 'closed':
      return undefined
  }
}
