import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { LinkTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { choiceInWords } from '../decide/choice-words.ts'
import { type Gate, newestOf } from './gate.ts'
import { whatNext } from './what-next.ts'

/** The criterion in words, what the gate waits for, and its latest check. */
export const WhereItStands = ({ gate }: { gate: Gate }) => {
  const { programId, zone } = useProgram()
  const newest = newestOf(gate)
  const decided = gate.decisions.at(-1)
  const by = gate.decides === 'steering' ? 'the steering committee, by vote' : 'the program owner, unless it passes'
  const checked = newest
    ? `${moment(newest.at, zone)}, round ${newest.round}: ${newest.value}`
    : `not yet; due on ${moment(gate.checksAt, zone)}`
  return (
    <Container header={<Header variant="h2">Where it stands</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={220}
        items={[
          { label: 'Passes when', value: gate.criterion },
          { label: 'What happens next', value: whatNext(gate, zone) },
          { label: 'Week', value: `Week ${gate.week}, from ${moment(gate.openedAt ?? gate.opensAt, zone)}` },
          { label: 'Checked', value: checked },
          { label: 'Decided by', value: by },
          {
            label: 'Decision',
            value: decided ? (
              <>
                {choiceInWords(decided.choice)}
                {decided.packId && (
                  <>
                    {', on the '}
                    <LinkTo href={`/programs/${programId}/packs/${decided.packId}`}>steering pack</LinkTo>
                  </>
                )}
              </>
            ) : (
              'none yet'
            ),
          },
        ]}
      />
    </Container>
  )
}
