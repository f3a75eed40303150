import { impliedBy, matching, readEquality } from './matching.ts'
import type { Target } from './path.ts'
import { refusal } from './refusal.ts'
import { element, type Op, type Part, scalar } from './values.ts'

type Chosen = Omit<Extract<Target, { kind: 'attribute' }>, 'kind'>
type Attribute = Chosen['attribute']
type Change = { op: Op; value: unknown }

/** What a request may still ask for: filters that are more than an equality take the time of many. */
export type Effort = { filters: number }
export const effortOfOneRequest = (): Effort => ({ filters: 20 })

/** The most elements of a list, also while it is changed. */
const mostElements: Record<string, number> = { emails: 100, members: 5000 }

/** A list after an operation on all of it or on some of its elements. @throws SCIMError `noTarget`, `invalidFilter`, `invalidValue`, `tooMany` */
export const changeList = (chosen: Chosen, list: Part[], change: Change, effort: Effort): Part[] => {
  const { attribute, filter, part } = chosen
  const isWhole = filter === undefined && !part
  const after = isWhole ? changeWhole(attribute, list, change) : changeSome(chosen, list, change, effort)
  const most = mostElements[attribute.name]!
  if (after.length > most) throw refusal('invalidValue', `"${attribute.name}" takes ${most} elements at most.`)
  return oneMain(list, after)
}

/** All elements of a list: more of them, others, or fewer. */
const changeWhole = (attribute: Attribute, list: Part[], { op, value }: Change): Part[] => {
  const given = (Array.isArray(value) ? value : value == null ? [] : [value]).map((each) => element(attribute, each))
  if (op === 'remove') {
    const gone = new Set(given.map((each) => each.value))
    return value === undefined ? [] : list.filter((each) => !gone.has(each.value))
  }
  // The same value twice is one element: the later says what it is.
  const latest = new Map(given.map((each) => [each.value, each]))
  const known = new Set(op === 'add' ? list.map((each) => each.value).filter((each) => latest.has(each)) : [])
  const kept = op === 'add' ? list.map((each) => latest.get(each.value) ?? each) : []
  return [...kept, ...[...latest.values()].filter((each) => !known.has(each.value))]
}

/** The elements that a filter lets through, or one part of them. */
const changeSome = (
  { attribute, part, filter }: Chosen,
  list: Part[],
  { op, value }: Change,
  effort: Effort,
): Part[] => {
  const names = new Set(attribute.subAttributes!.map(({ name }) => name.toLowerCase()))
  const found = new Set(filter === undefined ? list : pick(filter, attribute, names, list, effort))
  const given = (): Part => (part ? { [part.name]: scalar(part, value) } : element(attribute, value))
  if (op === 'remove') {
    if (!part || part.name === 'value') return list.filter((each) => !found.has(each))
    return list.map((each) => (found.has(each) ? { ...each, [part.name]: undefined } : each))
  }
  if (found.size > 0) {
    const changes = given()
    return list.map((each) => (found.has(each) ? { ...each, ...changes } : each))
  }
  const implied = filter === undefined ? {} : impliedBy(filter, names)
  if (!implied) throw refusal('noTarget', `No element of "${attribute.name}" is chosen by this path.`)
  return [...list, { ...element(attribute, implied), ...given() }]
}

const pick = (filter: string, attribute: Attribute, names: Set<string>, list: Part[], effort: Effort): Part[] => {
  const equality = readEquality(filter)
  const part = attribute.subAttributes!.find(({ name }) => name.toLowerCase() === equality?.path)
  // Members come by the thousand, and nearly always one by one.
  if (equality && part) {
    const wanted = folded(scalar(part, equality.value))
    return list.filter((each) => folded(each[part.name]) === wanted)
  }
  effort.filters -= 1
  if (effort.filters < 0) throw refusal('tooMany', 'Too many filters in one request: send them in parts.')
  return matching(filter, names, list)
}

const folded = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value)

/** Of several main elements the one that became it last stays (RFC 7643 §2.4). */
const oneMain = (before: Part[], after: Part[]): Part[] => {
  const main = after.filter((each) => each.primary === true)
  if (main.length < 2) return after
  const last = main.findLast((each) => !before.includes(each)) ?? main.at(-1)
  return after.map((each) => (each.primary === true && each !== last ? { ...each, primary: false } : each))
}
