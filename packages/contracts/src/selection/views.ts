import type { Person } from '@pilotgate/core/program/person'
import {
  type CandidacyRecord,
  candidacyRecord,
  commitmentRecord,
  type SelectionAnswerRecord,
  selectionAnswerRecord,
  stepRound,
} from '@pilotgate/core/selection/candidacy'
import { type CredentialRecord, credentialRecord } from '@pilotgate/core/selection/credential'
import { reference } from '@pilotgate/core/selection/forms/reference'
import type { RubricVersion } from '@pilotgate/core/selection/load-rubric'
import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import type { CandidacyReading } from '@pilotgate/core/selection/read-candidacy'
import type { Material } from '@pilotgate/core/selection/read-material'
import { rubric } from '@pilotgate/core/selection/rubric'
import { stepsOf } from '@pilotgate/core/selection/selection-path'
import { z } from 'zod'

const {
  tenantId: _t,
  scope: _s,
  id: _i,
  version: _v,
  rounds: _r,
  executionArn: _e,
  ...candidacyFields
} = candidacyRecord.shape
const { taskToken: _k, holdToken: _h, ...roundFields } = stepRound.shape

/** Where a candidacy stands, in a line: the step it is at, and what that waits for. */
export const candidacyLine = z.object({
  candidacyId: z.string(),
  name: z.string(),
  ...candidacyFields,
  /** The steps that are open or on hold now; more than one where they go on beside each other. */
  at: z.array(
    z.object({
      step: z.string(),
      title: z.string(),
      status: stepRound.shape.status,
      dueAt: z.string(),
      until: z.string().optional(),
      missing: z.array(z.string()).optional(),
    }),
  ),
})

/** How a panel scored: medians and spread by dimension, over all marks, and what the rubric makes of it. */
const panelResultView = z.object({
  members: z.number().int(),
  dimensions: z.array(
    z.object({
      dimension: z.string(),
      words: z.string(),
      median: z.number(),
      /** Highest less lowest mark. */
      spread: z.number().int(),
    }),
  ),
  /** Median of all marks. */
  overall: z.number(),
  /** Members are two marks or more apart in a dimension: they should talk. */
  disagreement: z.boolean(),
  knockOuts: z.array(z.object({ rule: z.string(), words: z.string(), yes: z.number().int() })),
})

/** What somebody answered to a requirement; `by` is a person, or the id of a reference. */
const answerView = z.object({
  step: z.string(),
  round: z.number().int(),
  requirement: z.string(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
  answer: selectionAnswerRecord.shape.answer,
})

const stepView = z.object({
  step: z.string(),
  rule: z.string(),
  title: z.string(),
  status: z.enum(['planned', ...stepRound.shape.status.options]),
  rounds: z.array(z.object({ ...roundFields, result: panelResultView.optional() })),
})

const { tenantId: _ct, scope: _cs, id: _ci, version: _cv, ...commitmentFields } = commitmentRecord.shape

/** A candidacy with every step. Answers and panels are those the reader may see; scores show once their panel is complete. */
export const candidacyView = candidacyLine.extend({
  version: z.number().int(),
  steps: z.array(stepView),
  answers: z.array(answerView),
  references: z.array(
    z.object({
      name: z.string(),
      organisation: z.string(),
      relation: z.string(),
      askedAt: z.string(),
      answeredAt: z.string().optional(),
    }),
  ),
  commitment: z.object(commitmentFields).optional(),
})

export const rubricView = z.object({ version: z.number().int(), ...rubric.shape })

const {
  tenantId: _rt,
  scope: _rs,
  id: _ri,
  version: _rv,
  remindedAt: _rr,
  ...credentialFields
} = credentialRecord.shape

/** The proof that somebody passed their selection. */
export const credentialView = z.object({ name: z.string(), ...credentialFields })

/** What a person needs to see to do a task of a selection. */
export const materialView = z.object({
  candidacyId: z.string(),
  candidateName: z.string(),
  path: candidacyRecord.shape.path,
  step: z.string(),
  stepTitle: z.string(),
  round: z.number().int(),
  /** The `kind` of the answer. */
  form: selectionAnswerRecord.shape.form,
  /** The rules that a check or an observation has a finding for. */
  rules: z.array(z.object({ rule: z.string(), words: z.string() })),
  rubric: rubricView.optional(),
  document: z
    .object({ document: z.string(), version: z.number().int(), title: z.string(), paragraphs: z.array(z.string()) })
    .optional(),
  quiz: z
    .array(
      z.object({
        question: z.string(),
        words: z.string(),
        options: z.array(z.object({ option: z.string(), words: z.string() })),
      }),
    )
    .optional(),
  /** Whom a panel or a recording may name: everyone without a conflict of interest. */
  eligible: z.array(z.object({ personId: z.string(), name: z.string(), roles: z.array(z.string()) })).optional(),
  /** What the task looks at: the application to be checked, the recording to be reviewed, the log of the practice. */
  answers: z.array(answerView),
  /** What was missing in the round before. */
  missing: z.array(z.string()),
})

export const documentView = z.object({
  document: z.string(),
  version: z.number().int(),
  title: z.string(),
  paragraphs: z.array(z.string()),
})

/** How closely the members of panels agree, by rubric (Q6). No figure without data. */
export const agreementView = z.object({
  rubric: z.string(),
  panels: z.number().int(),
  agreement: z
    .object({
      exact: z.number(),
      withinOne: z.number(),
      meanSpread: z.number(),
      alpha: z.number().optional(),
    })
    .optional(),
})

const nameIn = (people: Map<string, Person>, id: string): string => people.get(id)?.name ?? '(removed)'

export const toCandidacyLine = (
  candidacy: Pick<CandidacyRecord, 'id' | 'personId' | 'path'> & CandidacyReading['candidacy'],
  rounds: CandidacyReading['rounds'],
  people: Map<string, Person>,
): z.input<typeof candidacyLine> => {
  const steps = stepsOf(selectionPaths[candidacy.path])
  const current = steps.flatMap(({ step, title }) => {
    const last = rounds.findLast((each) => each.step === step)
    return last && (last.status === 'open' || last.status === 'on hold') ? [{ ...last, title }] : []
  })
  return {
    ...candidacy,
    candidacyId: candidacy.id,
    name: nameIn(people, candidacy.personId),
    at: candidacy.status === 'open' ? current : [],
  }
}

/** A referee's answer is by their reference: the name then comes from there. */
const toAnswerView = (
  record: SelectionAnswerRecord,
  people: Map<string, Person>,
  references: CandidacyReading['references'] = [],
): z.input<typeof answerView> => ({
  ...record,
  byName: references.find(({ id }) => id === record.by)?.name ?? nameIn(people, record.by),
})

export const toCandidacyView = (
  { candidacy, rounds, answers, references, commitment }: CandidacyReading,
  people: Map<string, Person>,
): z.input<typeof candidacyView> => ({
  ...toCandidacyLine(candidacy, rounds, people),
  version: candidacy.version,
  steps: stepsOf(selectionPaths[candidacy.path]).map(({ step, rule, title }) => {
    const own = rounds.filter((each) => each.step === step)
    return { step, rule, title, status: own.at(-1)?.status ?? 'planned', rounds: own }
  }),
  answers: answers.map((each) => toAnswerView(each, people, references)),
  references,
  commitment,
})

export const toRubricView = ({ version, rubric: content }: RubricVersion): z.input<typeof rubricView> => ({
  version,
  ...content,
})

export const toCredentialView = (
  record: CredentialRecord,
  people: Map<string, Person>,
): z.input<typeof credentialView> => ({ ...record, name: nameIn(people, record.personId) })

export const toMaterialView = ({
  ground,
  step,
  rubric: scoredBy,
  eligible,
  answers,
  people,
  ...rest
}: Material): z.input<typeof materialView> => ({
  ...rest,
  candidacyId: ground.candidacy.id,
  candidateName: ground.candidate.name,
  path: ground.candidacy.path,
  step: step.step,
  stepTitle: step.title,
  ...(scoredBy && { rubric: toRubricView(scoredBy) }),
  ...(eligible && {
    eligible: eligible
      .map(({ id, roles }) => ({ personId: id, name: nameIn(people, id), roles }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }),
  answers: answers.map((each) => toAnswerView(each, people)),
})

/** JSON Schema of what a referee answers. */
export const referenceForm: Record<string, unknown> = z.toJSONSchema(reference, { io: 'input' })
