import type { Answer, Input } from '../api/client.ts'
import { changedThresholds, numbersOf } from './template-thresholds.ts'

type View = Answer<'getTemplate'>
export type TemplateEdit = Input<'editTemplate'>['body']

/** A template as a form holds it: numbers as text; what was not touched among thresholds and gates is missing. */
export type TemplateTexts = {
  title: string
  summary: string
  weeks: string
  quorum: string
  opens: string
  checks: string
  days: string
  reminders: string
  thresholds: Record<string, string>
  /** Titles and weeks of gates by their id. */
  gates: Record<string, { title?: string; week?: string; words?: string }>
  removed: string[]
}

export const textsOf = ({ template }: View): TemplateTexts => ({
  title: template.title,
  summary: template.summary,
  weeks: String(template.weeks),
  quorum: String(template.steering.quorum),
  opens: template.hours.opens,
  checks: template.hours.checks,
  days: String(template.patience.days),
  reminders: String(template.patience.reminders),
  thresholds: {},
  gates: {},
  removed: [],
})

/**
 * What was changed, as the API takes it, and what is wrong, by field as the API names it. Fields of the smallest cohort stand
 * under the threshold of its gate.
 */
export const editOf = (view: View, texts: TemplateTexts): { edit: TemplateEdit; problems: Record<string, string> } => {
  const { template } = view
  const kept = numbersOf(view).filter(({ gate }) => !texts.removed.includes(gate))
  const { problems: wrongThresholds, thresholds, minimumCohort } = changedThresholds(kept, texts.thresholds)
  const problems: Record<string, string> = {}
  for (const [key, problem] of Object.entries(wrongThresholds)) problems[`thresholds.${key}`] = problem
  const text = (field: 'title' | 'summary') => {
    if (texts[field].trim() === '') problems[field] = 'Write something here.'
    return texts[field].trim() === template[field] ? undefined : texts[field].trim()
  }
  const whole = (field: string, entered: string, before: number, least: number) => {
    const number = Number(entered)
    const good = entered.trim() !== '' && Number.isInteger(number) && number >= least
    if (!good) problems[field] = `Enter a whole number, ${least} or more.`
    return !good || number === before ? undefined : number
  }
  const time = (field: 'opens' | 'checks') => {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(texts[field])) problems[`hours.${field}`] = 'Enter a time such as 09:00.'
    return texts[field] === template.hours[field] ? undefined : texts[field]
  }
  const gates = template.gates.flatMap(({ gate, title, week, criterion }) => {
    const entered = texts.gates[gate]
    if (!entered || texts.removed.includes(gate)) return []
    if (entered.title?.trim() === '') problems[`gates.${gate}.title`] = 'Write something here.'
    const words = entered.words?.trim()
    const changed = given({
      title: entered.title?.trim() === title ? undefined : entered.title?.trim(),
      week: entered.week === undefined ? undefined : whole(`gates.${gate}.week`, entered.week, week, 0),
      criterion: !words || words === criterion.words ? undefined : { words },
    })
    return changed ? [[gate, changed] as const] : []
  })
  const edit: TemplateEdit = {
    title: text('title'),
    summary: text('summary'),
    weeks: whole('weeks', texts.weeks, template.weeks, 1),
    minimumCohort,
    thresholds: Object.keys(thresholds).length > 0 ? thresholds : undefined,
    gates: gates.length > 0 ? Object.fromEntries(gates) : undefined,
    removeGates: texts.removed.length > 0 ? texts.removed : undefined,
    steering: given({ quorum: whole('steering.quorum', texts.quorum, template.steering.quorum, 1) }),
    hours: given({ opens: time('opens'), checks: time('checks') }),
    patience: given({
      days: whole('patience.days', texts.days, template.patience.days, 1),
      reminders: whole('patience.reminders', texts.reminders, template.patience.reminders, 1),
    }),
  }
  return { edit: given(edit) ?? {}, problems }
}

/** Without what is undefined; undefined when nothing is left. */
const given = <T extends object>(values: T): T | undefined => {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return entries.length > 0 ? (Object.fromEntries(entries) as T) : undefined
}
