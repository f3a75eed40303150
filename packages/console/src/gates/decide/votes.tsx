import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useRead } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import type { Gate } from '../gate/gate.ts'
import { choiceInWords } from './choice-words.ts'
import { tally } from './tally.ts'
import { useCommittee } from './use-committee.ts'

/** How the steering committee has voted so far, by name, and how far the quorum is. */
export const Votes = ({ gate }: { gate: Gate }) => {
  const { programId, zone } = useProgram()
  const { quorum, members } = useCommittee()
  const nameOf = useNames(gate.votes.map(({ personId }) => personId))
  const packs = useRead('listPacks', { path: { programId }, query: { about: gate.gate, limit: 20 } })
  const pack = packs.data?.items.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))[0]
  const cast = gate.votes.length
  const voted = new Set(gate.votes.map(({ personId }) => personId))
  const silent = members?.filter(({ personId }) => !voted.has(personId)) ?? []
  const counts = [...tally(gate).counts].map(([choice, count]) => `${choiceInWords(choice)}: ${count}`)
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${cast}${members ? ` of ${members.length}` : ''})`}
          actions={
            pack && <ButtonTo href={`/programs/${programId}/packs/${pack.packId}`}>Read the steering pack</ButtonTo>
          }
        >
          Votes
        </Header>
      }
    >
      <SpaceBetween size="s">
        {quorum !== undefined && (
          <StatusIndicator type={cast >= quorum ? 'success' : 'pending'}>
            {cast >= quorum
              ? `The quorum of ${quorum} has voted.`
              : `${cast} of ${members?.length ?? '–'} members have voted; the quorum is ${quorum}.`}
          </StatusIndicator>
        )}
        {counts.length > 0 && <Box fontWeight="bold">{counts.join(', ')}</Box>}
        {gate.votes.map(({ personId, choice, reason, at }) => (
          <div key={personId}>
            <strong>{nameOf(personId)}</strong>: {choiceInWords(choice)} – {reason}
            <Box variant="small" color="text-body-secondary" display="block">
              {moment(at, zone)}
            </Box>
          </div>
        ))}
        {gate.status === 'awaiting steering' && silent.length > 0 && (
          <Box color="text-body-secondary">Not yet: {silent.map(({ name }) => name).join(', ')}</Box>
        )}
      </SpaceBetween>
    </Container>
  )
}
