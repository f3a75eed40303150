import type { Answer } from '../../api/client.ts'
import type { Hints, Option, Schema } from '../../form/schema.ts'

/** Money is typed in the currency and sent in cents, shares are typed in per cent. */
export const factors = {
  ...{ priceCents: 100, training: 100, coachHour: 100, supervision: 100, platform: 100, cents: 100 },
  ...{ caused: 0.01, integration: 0.01 },
}

const range = (title: string, description?: string, least?: number): Schema => {
  const bound = (name: string): Schema => ({
    type: 'number',
    title: name,
    ...(least !== undefined && { minimum: least }),
  })
  return {
    type: 'object',
    title,
    description,
    required: ['low', 'likely', 'high'],
    properties: { low: bound('Low'), likely: bound('Likely'), high: bound('High') },
  }
}

const words = (title: string, description?: string): Schema => ({ type: 'string', maxLength: 199, title, description })

const measured: Schema = {
  type: 'string',
  title: 'Measured difference',
  description: 'Of an impact report. Without one, say below what it is compared with and what was observed.',
}

const benefitWith = (impact: Record<string, Schema>): Schema => ({
  type: 'object',
  required: ['rule', 'quantity', 'priceCents'],
  properties: {
    rule: { type: 'string', title: 'Rule', description: 'How the change becomes money.' },
    ...impact,
    counterfactual: {
      type: 'object',
      title: 'Compared with',
      required: ['kind', 'words'],
      properties: {
        kind: { type: 'string', title: 'Kind', enum: ['matched cohort', 'control group', 'previous period'] },
        words: words('In words', '30 managers without coaching, say.'),
        value: range('Its value', 'In the unit of the rule.'),
      },
    },
    observed: range('Observed with participants', 'In the unit of the rule.'),
    quantity: range('How many', 'People, decisions, releases: what the rule multiplies with.', 0),
    priceCents: range('What one is worth', 'In the currency.', 0),
    caused: range(
      'Share the program caused (%)',
      'Left out: 100 against a matched cohort, 80–100 against a control group, 30–70 against a previous period.',
      0,
    ),
  },
})

/** What a return on investment is reckoned from; what Pilotgate knows may be left out. `hasReports`: there are impact reports. */
export const roiSchema = (hasReports: boolean): Schema => ({
  type: 'object',
  required: ['currency', 'months', 'yearOne', 'benefits', 'costs'],
  properties: {
    currency: { type: 'string', pattern: '^[A-Z]{3}$', title: 'Currency', description: 'Three letters, like EUR.' },
    months: { type: 'integer', minimum: 1, maximum: 60, title: 'Months in which benefits count' },
    yearOne: {
      type: 'boolean',
      title: 'Is this year one?',
      description: 'In year one, integration comes on top: 20–30 % of the licences unless you say otherwise.',
    },
    benefits: {
      type: 'array',
      minItems: 1,
      maxItems: 12,
      title: 'Benefits',
      items: benefitWith(hasReports ? { impact: measured } : {}),
    },
    costs: {
      type: 'object',
      title: 'Costs',
      description: 'Left out, they come from the newest budget that is ready; hours of coaches from the sessions held.',
      required: ['coachHour'],
      properties: {
        coachHour: range('Loaded cost of an hour of a coach', 'In the currency.', 0),
        coachHours: range('Hours of coaches and mentors', undefined, 0),
        training: range('Training', 'In the currency.', 0),
        supervision: range('Supervision', 'In the currency.', 0),
        platform: range('Platform licences', 'In the currency.', 0),
        integration: range('Integration (% of the licences)', undefined, 0),
        others: {
          type: 'array',
          maxItems: 20,
          title: 'Other costs',
          items: {
            type: 'object',
            required: ['item', 'cents'],
            properties: { item: words('What for'), cents: range('Amount', 'In the currency.', 0) },
          },
        },
      },
    },
  },
})

/** What the page knows of it: the rules, and the reports there are. */
export const roiHints = (
  rules: Answer<'listMonetisationRules'>['items'],
  reports: { impactId: string; title: string }[],
): Hints => {
  const newest: Option[] = reports.length > 0 ? [{ value: 'latest', label: 'The newest impact report' }] : []
  return {
    currency: { remedy: 'Write three capital letters, like EUR.' },
    benefits: { noun: 'benefit' },
    'benefits.rule': {
      options: rules.map(({ id, words, formula, unit }) => ({
        value: id,
        label: words,
        description: `${formula}. Measured in ${unit}.`,
      })),
    },
    'benefits.impact': {
      options: [...newest, ...reports.map(({ impactId, title }) => ({ value: impactId, label: title }))],
    },
    'costs.others': { noun: 'cost' },
  }
}
