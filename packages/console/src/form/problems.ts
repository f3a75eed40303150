import { type Entered, entriesOf, isBlank, linesOf, partOf, textOf, toSend } from './entered.ts'
import type { Field, FieldOf } from './field.ts'
import { problemWithNumber, problemWithText } from './problem-with-text.ts'

/** What is wrong with one field: `path` as the API names it (`answer.goals.0.measure`), `label` as the form does. */
export type Problem = { path: string; label: string; problem: string }

export const below = (path: string, name: string | number): string => (path ? `${path}.${name}` : String(name))

/** All that is wrong with what stands in a form, from its top to its end. */
export const problemsOf = (field: Field, entered: Entered, zone: string, path = ''): Problem[] => {
  const at = (problem: string | undefined): Problem[] =>
    problem === undefined ? [] : [{ path, label: field.label, problem }]
  if (field.kind === 'fixed' || (field.optional && isBlank(field, entered))) return []
  switch (field.kind) {
    case 'group': {
      const inside = field.parts.flatMap(([name, part]) =>
        problemsOf(part, partOf(entered, name), zone, below(path, name)),
      )
      return inside.length > 0 ? inside : compared(field, entered, zone, path)
    }
    case 'rows':
      return field.rows.flatMap((row, index) => problemsOf(row, entriesOf(entered)[index], zone, below(path, index)))
    case 'list': {
      const entries = entriesOf(entered)
      const inside = entries.flatMap((entry, index) => problemsOf(field.item, entry, zone, below(path, index)))
      return [...at(problemWithCount(entries.length, field)), ...at(twice(field, entered, zone)), ...inside]
    }
    case 'choices':
      return at(problemWithCount(entriesOf(entered).length, field))
    case 'lines':
      return at(problemWithLines(field, entered) ?? twice(field, entered, zone))
    default:
      return at(isBlank(field, entered) ? missing[field.kind] : problemWith(field, entered, zone))
  }
}

const missing: Record<Exclude<Field['kind'], 'fixed' | 'group' | 'rows' | 'list' | 'choices' | 'lines'>, string> = {
  'yes-no': 'Choose yes or no.',
  rating: 'Choose a mark from 1 to 5.',
  choice: 'Choose one.',
  number: 'Enter a number.',
  date: 'Choose a day.',
  instant: 'Choose a day and a time.',
  text: 'Write something here.',
}

const problemWith = (field: Field, entered: Entered, zone: string): string | undefined => {
  const { schema, remedy } = field
  switch (field.kind) {
    case 'number':
    case 'rating':
      return problemWithNumber(Number(textOf(entered)), schema)
    case 'choice':
      return field.options.some(({ value }) => value === entered) ? undefined : missing.choice
    case 'text':
    case 'date':
      return problemWithText(textOf(entered).trim(), schema, remedy)
    case 'instant':
      return problemWithText(String(toSend(field, entered, zone)), schema, remedy)
    default:
      return undefined
  }
}

const problemWithCount = (count: number, { schema, kind }: Field): string | undefined => {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema
  const verb = kind === 'choices' ? 'Choose' : 'Add'
  if (count < minItems) return `${verb} at least ${minItems}${count > 0 ? `; there ${isOrAre(count)} ${count}` : ''}.`
  if (count > maxItems) return `Keep ${maxItems} at most; there ${isOrAre(count)} ${count}.`
  return undefined
}
const isOrAre = (count: number) => (count === 1 ? 'is' : 'are')

const problemWithLines = (field: FieldOf<'lines'>, entered: Entered): string | undefined => {
  const lines = linesOf(entered)
  const wrong = lines
    .map((line, index) => ({
      number: index + 1,
      problem: problemWithText(line, field.schema.items ?? {}, field.remedy),
    }))
    .find(({ problem }) => problem)
  return wrong ? `Line ${wrong.number}: ${wrong.problem}` : problemWithCount(lines.length, field)
}

const twice = (field: FieldOf<'lines' | 'list'>, entered: Entered, zone: string): string | undefined => {
  const values = (toSend(field, entered, zone) ?? []) as unknown[]
  const said = values.map((value) => JSON.stringify(value))
  const isTwice = field.schema.uniqueItems === true && new Set(said).size < said.length
  return isTwice ? 'Something stands here twice. Keep it once.' : undefined
}

const compared = (field: FieldOf<'group'>, entered: Entered, zone: string, path: string): Problem[] => {
  const found = field.check?.(toSend(field, entered, zone) as Record<string, unknown>) ?? {}
  const labels = new Map(field.parts.map(([name, part]) => [name, part.label]))
  return Object.entries(found).map(([name, problem]) => ({
    path: below(path, name),
    label: labels.get(name) ?? field.label,
    problem,
  }))
}
