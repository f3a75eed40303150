import type { Answer } from '../../api/client.ts'
import { calendarDay } from '../../when/when.ts'
import { number } from '../../words/figure.ts'

export type Deliverable = Answer<'getDeliverable'>
export type Form = Deliverable['form']
export type Kind = Form['kind']
type Part = Answer<'readMyPart'>

const operations = ['program owner', 'program lead', 'learning operations']

/** What a kind is called, what it is for, and who writes it. */
export const kinds: { kind: Kind; name: string; many: string; purpose: string; writers: string[] }[] = [
  {
    kind: 'case-study',
    name: 'Case study',
    many: 'Case studies',
    purpose: 'What changed for one participant, told with their agreement (W18).',
    writers: [...operations, 'sponsor'],
  },
  {
    kind: 'budget',
    name: 'Budget',
    many: 'Budgets',
    purpose:
      'What the program may cost and has cost up to a day (W19); returns on investment take their costs from it.',
    writers: [...operations, 'finance'],
  },
  {
    kind: 'scaling-plan',
    name: 'Scaling plan',
    many: 'Scaling plans',
    purpose: 'How the program would go on with a second cohort, and what that would cost (W20).',
    writers: [...operations, 'procurement'],
  },
  {
    kind: 'measurement-plan',
    name: 'Measurement plan',
    many: 'Measurement plans',
    purpose: 'How the KPIs are followed after the program: queries and scheduled loads (W21).',
    writers: [...operations, 'hr analytics'],
  },
]

export const kindOf = (kind: string | undefined) => kinds.find((each) => each.kind === kind)

/** Whether somebody with these roles writes a kind; the API decides. */
export const mayWrite = ({ may, roles }: Part, kind: Kind): boolean =>
  may.includes('write deliverables') &&
  (kindOf(kind)?.writers ?? []).some((role) => roles.some((held) => held === role))

/** What a deliverable is called in lists. */
export const titleOf = (form: Form): string => {
  switch (form.kind) {
    case 'case-study':
      return form.title
    case 'budget':
      return `Budget as of ${calendarDay(form.asOf)}`
    case 'scaling-plan':
      return `Second cohort of ${number(form.cohortSize)} from ${calendarDay(form.startsOn)}`
    case 'measurement-plan':
      return `Measurement plan: ${form.queries.length} queries, ${form.loads.length} loads`
  }
}
