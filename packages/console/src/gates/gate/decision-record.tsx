import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { LinkTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { calendarDay, moment } from '../../when/when.ts'
import { choiceInWords } from '../decide/choice-words.ts'
import { type Decision, factWords, type Gate } from './gate.ts'

type DecisionRecordProps = { gate: Gate; decision: Decision; nameOf: (id: string) => string }

/** A decision as it is on the record: choice, authority, reason, and what it asks for. */
export const DecisionRecord = ({ gate, decision, nameOf }: DecisionRecordProps) => {
  const { programId, zone } = useProgram()
  const { choice, authority, by, at, reason, plan, recheckOn, timeline, budget, votes, packId } = decision
  const who = {
    rule: 'by itself, as the criterion was met',
    'program owner': `by ${nameOf(by)}, program owner`,
    'steering committee': `by the steering committee, recorded by ${nameOf(by)}`,
  }[authority]
  const vote = (line: string) => {
    const [id = '', chosen = ''] = line.split(': ')
    return `${nameOf(id)}: ${choiceInWords(chosen)}`
  }
  const items = [
    { label: 'Decision', value: `${choiceInWords(choice)}, ${who}` },
    { label: 'When', value: moment(at, zone) },
    { label: 'Reason', value: reason },
    plan && { label: 'Plan', value: plan },
    recheckOn && { label: 'Recheck', value: calendarDay(recheckOn) },
    timeline && { label: 'Timeline', value: timeline },
    budget && { label: 'Budget', value: budget },
    ...Object.entries(decision.remediationPlans ?? {}).map(([fact, words]) => ({
      label: `Plan for: ${factWords(gate, fact)}`,
      value: words,
    })),
    votes && { label: 'Votes', value: votes.map(vote).join('; ') },
    packId && {
      label: 'Decided on',
      value: <LinkTo href={`/programs/${programId}/packs/${packId}`}>Steering pack {packId}</LinkTo>,
    },
  ]
  return <KeyValuePairs columns={3} minColumnWidth={220} items={items.filter((item) => typeof item === 'object')} />
}
