import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { RowOf } from '../../api/queries.ts'
import { ButtonTo, LinkTo } from '../../frame/link-to.tsx'
import { GateStatus } from '../../program/gate-status.tsx'
import { Outcome } from '../../program/outcome.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { choiceInWords } from '../decide/choice-words.ts'
import { useCommittee } from '../decide/use-committee.ts'
import { whatNext } from '../gate/what-next.ts'

type SteeringGateProps = { gate: RowOf<'listGates'>; packs: RowOf<'listPacks'>[] }

/** A gate that the steering committee decides: where it stands, the votes, the decision and its packs. */
export const SteeringGate = ({ gate, packs }: SteeringGateProps) => {
  const { programId, zone, may } = useProgram()
  const { quorum, members } = useCommittee()
  const decided = gate.decisions.at(-1)
  const nameOf = useNames([decided?.by, ...gate.votes.map(({ personId }) => personId)])
  const path = `/programs/${programId}/gates/${gate.gate}`
  const waits = gate.status === 'awaiting steering'
  const newest = gate.evaluations.at(-1)
  const votes = gate.votes.map(({ personId, choice }) => `${nameOf(personId)}: ${choiceInWords(choice)}`)
  const count = members && `${gate.votes.length} of ${members.length} members; the quorum is ${quorum}`
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Week ${gate.week}. ${whatNext(gate, zone)}`}
          actions={
            <ButtonTo href={path} variant={waits && may('vote on gates') ? 'primary' : 'normal'}>
              {waits && may('vote on gates') ? `Vote on ${gate.gate}` : `Open ${gate.gate}`}
            </ButtonTo>
          }
        >
          {gate.gate} {gate.title}
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        minColumnWidth={220}
        items={[
          { label: 'Status', value: <GateStatus status={gate.status} /> },
          { label: 'Outcome', value: <Outcome outcome={newest?.outcome ?? 'not checked'} /> },
          { label: 'Passes when', value: gate.criterion },
          { label: 'Votes', value: `${votes.join('; ') || 'none yet'}${count ? ` (${count})` : ''}` },
          {
            label: 'Decision',
            value: decided
              ? `${choiceInWords(decided.choice)}, recorded by ${nameOf(decided.by)} on ${moment(decided.at, zone)}: ${decided.reason}`
              : `none yet; the choices are ${gate.choices.map(choiceInWords).join(', ').toLowerCase()}`,
          },
          {
            label: 'Packs',
            value:
              packs.length > 0
                ? packs.map(({ packId, edition, round }, index) => (
                    <span key={packId}>
                      {index > 0 && ', '}
                      <LinkTo href={`/programs/${programId}/packs/${packId}`}>
                        round {round}, edition {edition}
                      </LinkTo>
                    </span>
                  ))
                : 'made once the gate is checked',
          },
        ]}
      />
    </Container>
  )
}
