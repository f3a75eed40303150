import type { Hints, Option, Schema } from '../../form/schema.ts'
import type { Kind } from './kinds.ts'

/** Money is typed in the currency and sent in cents. */
export const factors = { planned: 100, plannedToDate: 100, spent: 100, amount: 100 }

const line = (title: string, description?: string): Schema => ({ type: 'string', maxLength: 199, title, description })
const text = (title: string, description?: string): Schema => ({ type: 'string', maxLength: 4000, title, description })
const day = (title: string): Schema => ({ type: 'string', format: 'date', title })
const amount = (title: string): Schema => ({ type: 'number', minimum: 0, title, description: 'In the currency.' })
const currency: Schema = {
  type: 'string',
  pattern: '^[A-Z]{3}$',
  title: 'Currency',
  description: 'Three letters, like EUR.',
}
const group = (properties: Record<string, Schema>, optional: string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})
const list = (title: string, items: Schema, least: number, description?: string): Schema => ({
  ...{ type: 'array' as const, title, items, description },
  ...(least > 0 && { minItems: least }),
})

const schemas: Record<Kind, Schema> = {
  'case-study': group(
    {
      kind: line('Kind'),
      title: line('Title'),
      participantId: line('Participant', 'Left out, the case study names nobody.'),
      situation: text('Situation', 'How it was before.'),
      intervention: text('Intervention', 'What was done.'),
      result: text('Result', 'What changed, and how one knows.'),
      agreed: {
        type: 'boolean',
        title: 'Does the participant agree to be in it?',
        description: 'Ask first. A case study that names somebody needs their agreement.',
      },
    },
    ['participantId'],
  ),
  budget: group({
    kind: line('Kind'),
    currency,
    asOf: day('As of'),
    lines: list(
      'Lines',
      group({
        item: line('What for'),
        planned: amount('Planned in all'),
        plannedToDate: amount('Planned up to the day'),
        spent: amount('Spent up to the day'),
      }),
      1,
      'Begin a line with Training, Supervision or Platform: returns on investment find their costs by that word.',
    ),
  }),
  'scaling-plan': group({
    kind: line('Kind'),
    cohortSize: { type: 'integer', minimum: 1, title: 'People in the second cohort' },
    startsOn: day('Starts on'),
    steps: list('Steps', text('Step'), 1),
    currency,
    costs: list('Preliminary costs', group({ item: line('What for'), amount: amount('Amount') }), 0),
  }),
  'measurement-plan': group({
    kind: line('Kind'),
    queries: list(
      'Queries',
      group({ name: line('Name'), query: text('Query', 'As it runs in the warehouse.'), kpi: line('KPI') }),
      1,
    ),
    loads: list(
      'Scheduled loads',
      group(
        { name: line('Name'), schedule: line('Schedule', 'Every Monday, 06:00, say.'), lastRanOn: day('Last ran on') },
        ['lastRanOn'],
      ),
      1,
    ),
  }),
}

/** The form of a kind, as the API names its fields. */
export const formSchema = (kind: Kind): Schema => ({
  type: 'object',
  required: ['form'],
  properties: { form: schemas[kind] },
})

/** What the page knows: who takes part, and the KPIs. */
export const formHints = (kind: Kind, participants: Option[], kpis: Option[]): Hints => ({
  form: { plain: true, check: kind === 'case-study' ? agreement : undefined },
  'form.kind': { fixed: kind },
  'form.participantId': { options: participants },
  'form.currency': { remedy: 'Write three capital letters, like EUR.' },
  'form.lines': { noun: 'line' },
  'form.steps': { noun: 'step' },
  'form.costs': { noun: 'cost' },
  'form.queries': { noun: 'query' },
  'form.queries.kpi': { options: kpis },
  'form.loads': { noun: 'load' },
})

/** Nobody is written about without having agreed to it. */
const agreement = ({ participantId, agreed }: Record<string, unknown>): Record<string, string> =>
  participantId && !agreed
    ? { agreed: 'Ask the participant first and choose yes once they agree, or write it without the participant.' }
    : {}
