import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Icon from '@cloudscape-design/components/icon'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay, dayOf } from '../../when/when.ts'
import { fieldWords, type Intake } from '../words.ts'

type Goal = NonNullable<Intake['answers']['goals']>[number]
const parts = ['behaviour', 'situation', 'measure', 'date', 'baseline'] as const

type GoalsReadProps = {
  intake: Intake
  /** What can be done with a goal that was sent back, by its place from 0. */
  action?: (goal: number) => ReactNode
}

/** The goals of an intake to read, each with what it lacks and with who accepted it as it stands. */
export const GoalsRead = ({ intake, action }: GoalsReadProps) => {
  const { zone, may } = useProgram()
  const { answers, problems, acceptedGoals = [] } = intake
  const nameOf = useNames(acceptedGoals.map(({ by }) => by))
  const goals = answers.goals ?? []
  const value = (goal: Goal, index: number, part: (typeof parts)[number]) => {
    const problem = problems.find(({ field }) => field === `goals.${index}.${part}`)?.problem
    const said = goal[part]
    return (
      <>
        {said ? (part === 'date' ? calendarDay(said) : said) : 'Not answered'}
        {problem && (
          <Box color="text-status-warning">
            <Icon name="status-warning" ariaLabel="To mend" /> {problem}
          </Box>
        )}
      </>
    )
  }
  if (goals.length === 0)
    return <Container header={<Header variant="h2">Goals</Header>}>No goal is written down yet.</Container>
  return goals.map((goal, index) => {
    const accepted = acceptedGoals.findLast((each) => parts.every((part) => each.goal[part] === goal[part]))
    return (
      <Container key={index} header={<Header variant="h2" actions={action?.(index)}>{`Goal ${index + 1}`}</Header>}>
        <KeyValuePairs
          columns={3}
          minColumnWidth={220}
          items={[
            ...parts.map((part) => ({ label: fieldWords[`goals.${part}`]!, value: value(goal, index, part) })),
            ...(accepted
              ? [
                  {
                    label: 'Accepted as it stands',
                    value: `${accepted.reason} (${may('read people') ? nameOf(accepted.by) : 'those who run the program'}, ${dayOf(accepted.at, zone)})`,
                  },
                ]
              : []),
          ]}
        />
      </Container>
    )
  })
}
