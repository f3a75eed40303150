import type { FieldProblem } from '../errors.ts'
import { checkAsks, checkSources } from './check-asks.ts'
import { checkCriterion } from './check-criterion.ts'
import type { Gate, ProgramTemplate } from './template.ts'

/** A program starts with all its gates in one transaction, which takes 100 rows. */
const mostGates = 90

/**
 * Everything that makes a gate impossible or a template wrong (domain §7), each with the field (`gates.5.criterion.all.0.threshold`)
 * and the remedy; an empty list means programs can run on it. The shape itself is the schema's matter (`programTemplate`).
 */
export const checkTemplate = (template: ProgramTemplate): FieldProblem[] => [
  ...(template.gates.length === 0 ? [{ field: 'gates', problem: 'There are no gates. Add at least one.' }] : []),
  ...(template.gates.length > mostGates
    ? [{ field: 'gates', problem: `There are ${template.gates.length} gates. Leave ${mostGates} at most.` }]
    : []),
  ...template.gates.flatMap((gate, index) => [
    ...checkPlace(template, gate, index),
    ...checkAsks(gate, `gates.${index}.asks`),
    ...checkCriterion(gate.criterion, `gates.${index}.criterion`),
    ...checkSources(template, gate, index),
    ...checkMinimumCohort(template, gate, index),
    ...checkDecision(gate, `gates.${index}`),
  ]),
  ...checkSteering(template.steering),
  ...checkHours(template.hours),
  ...checkEarlySignals(template),
]

/** Id and week: unique, in order, one gate a week, within the length. */
function checkPlace({ gates, weeks }: ProgramTemplate, { gate, week }: Gate, index: number): FieldProblem[] {
  const before = gates.slice(0, index)
  const found: FieldProblem[] = []
  if (before.some((each) => each.gate === gate)) {
    found.push({ field: `gates.${index}.gate`, problem: `The id "${gate}" is taken by an earlier gate. Give another.` })
  }
  const field = `gates.${index}.week`
  const previous = before.at(-1)
  const sharing = before.find((each) => each.week === week)
  if (sharing) {
    found.push({ field, problem: `Week ${week} has the gate ${sharing.gate} already. Choose another week.` })
  } else if (previous && previous.week > week) {
    found.push({
      field,
      problem: `${gate} (week ${week}) stands after ${previous.gate} (week ${previous.week}). Put gates in week order.`,
    })
  }
  if (week > weeks) {
    found.push({
      field,
      problem: `Week ${week} is after the end (week ${weeks}). Move the gate or lengthen the program.`,
    })
  }
  return found
}

/** Two numbers for the smallest cohort would contradict each other. */
function checkMinimumCohort({ minimumCohort }: ProgramTemplate, { criterion }: Gate, index: number): FieldProblem[] {
  return criterion.all.flatMap((condition, position) => {
    if (condition.fact !== 'cohort-size' || !('threshold' in condition)) return []
    const field = `gates.${index}.criterion.all.${position}`
    if (condition.rule !== 'at-least') {
      return [{ field: `${field}.rule`, problem: 'The cohort has a minimum only. Use "at-least".' }]
    }
    if (condition.threshold === minimumCohort) return []
    const problem = `${condition.threshold} differs from the minimum cohort of ${minimumCohort}. Make them the same.`
    return [{ field: `${field}.threshold`, problem }]
  })
}

function checkDecision({ decides, choices, scaleDecision }: Gate, field: string): FieldProblem[] {
  const at = `${field}.choices`
  if (decides === 'rule') {
    return [
      ...(choices.length > 0
        ? [{ field: at, problem: 'A gate decided by rule has no choices. Empty them or let steering decide.' }]
        : []),
      ...(scaleDecision
        ? [{ field: `${field}.scaleDecision`, problem: 'Only steering decides to scale. Let steering decide.' }]
        : []),
    ]
  }
  if (new Set(choices).size < choices.length) return [{ field: at, problem: 'A choice stands twice. Remove one.' }]
  if (choices.length < 2)
    return [{ field: at, problem: 'The committee has nothing to choose. Give at least two choices.' }]
  if (!scaleDecision || choices.includes('scale')) return []
  return [{ field: at, problem: 'A scale decision needs the choice "scale". Add it or unset "scaleDecision".' }]
}

function checkSteering({ committee, quorum }: ProgramTemplate['steering']): FieldProblem[] {
  const seats = new Set(committee).size
  if (seats < committee.length) return [{ field: 'steering.committee', problem: 'A role stands twice. Remove one.' }]
  if (quorum <= seats) return []
  return [
    {
      field: 'steering.quorum',
      problem: `A quorum of ${quorum} can never meet: there are ${seats} seats. Give ${seats} or less.`,
    },
  ]
}

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/

function checkHours({ opens, checks }: ProgramTemplate['hours']): FieldProblem[] {
  const wrong = Object.entries({ opens, checks }).filter(([, time]) => !wallTime.test(time))
  if (wrong.length > 0) {
    return wrong.map(([name, time]) => ({
      field: `hours.${name}`,
      problem: `"${time}" is no time of day. Give one from 00:00 to 23:59.`,
    }))
  }
  // They lie days apart in most weeks, but both may fall on one day when a week is cut short.
  return checks > opens
    ? []
    : [
        {
          field: 'hours.checks',
          problem: `Gates are checked at ${checks}, not after they open at ${opens}. Give a later time.`,
        },
      ]
}

function checkEarlySignals({ earlySignals, weeks }: ProgramTemplate): FieldProblem[] {
  return earlySignals.flatMap(({ day }, index) => {
    const field = `earlySignals.${index}.day`
    if (day > weeks * 7)
      return [{ field, problem: `Day ${day} is after the end (day ${weeks * 7}). Choose an earlier day.` }]
    if (earlySignals.slice(0, index).some((each) => each.day === day)) {
      return [{ field, problem: `Day ${day} has a report already. Choose another day.` }]
    }
    return []
  })
}
