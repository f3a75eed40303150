import type { FieldProblem } from '../errors.ts'
import { isZone } from '../program/calendar.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import { type DraftAnswers, type IntakeAnswers, intakeAnswers } from './intake-form.ts'

type Checked = { answers: IntakeAnswers; problems: [] } | { answers: undefined; problems: FieldProblem[] }

/**
 * Whether nothing is missing from somebody's answers. An agent (I6) has no weekly hours, and no zone but the program's; it has a
 * log of failure modes and a trainer who is in the program.
 */
export const completeAnswers = (
  given: DraftAnswers,
  { learnerKind, id }: Member,
  program: Program,
  members: Member[],
): Checked => {
  const agent = learnerKind === 'agent'
  const filled = agent ? { zone: program.zone, availability: [], ...given } : given
  const parsed = intakeAnswers.safeParse(filled, {
    error: ({ input }) => (input === undefined ? 'Is missing.' : undefined),
  })
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), problem: message })),
    ...(given.zone !== undefined && !isZone(given.zone)
      ? [{ field: 'zone', problem: 'Is no IANA time zone. Write it like "Europe/Berlin".' }]
      : []),
    ...(agent ? agentProblems(given, id, members) : personProblems(given)),
  ]
  if (parsed.success && problems.length === 0) return { answers: parsed.data, problems: [] }
  return { answers: undefined, problems }
}

const personProblems = ({ availability, failureModes, trainerId }: DraftAnswers): FieldProblem[] => [
  ...(availability?.length === 0 ? [{ field: 'availability', problem: 'Name at least one hour a week.' }] : []),
  ...Object.entries({ failureModes, trainerId }).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, problem: 'Is asked of agents only. Leave it out.' }],
  ),
]

const agentProblems = ({ failureModes, trainerId }: DraftAnswers, self: string, members: Member[]): FieldProblem[] => {
  const known = members.some(({ id, status }) => id === trainerId && id !== self && status === 'active')
  return [
    ...(failureModes?.length
      ? []
      : [{ field: 'failureModes', problem: 'Log at least one way in which the agent fails.' }]),
    ...(known ? [] : [{ field: 'trainerId', problem: 'Name the person in this program who trains the agent.' }]),
  ]
}
