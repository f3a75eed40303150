import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { LinkTo } from '../frame/link-to.tsx'
import { useProgram } from '../program/use-program.tsx'
import { moment } from '../when/when.ts'
import { namesIn } from './names.ts'
import { type Match, reviewWords } from './words.ts'

/** Where a match stands, who has to look at it, and what its participant says of it. */
export const MatchFacts = ({ match }: { match: Match }) => {
  const { programId, zone, may } = useProgram()
  const nameOf = namesIn(match)
  const { chemistry, reassessment } = match
  const facts: [label: string, value: ReactNode, when: unknown][] = [
    ['Approval', `${reviewWords[match.review]}. ${match.reviewReason}`, true],
    ['Impact', `${match.impact} of 100`, true],
    ['Approved', match.approvedBy && said(nameOf(match.approvedBy), match.approvedAt, zone), match.approvedBy],
    ['Chosen by the participant', match.chosenAt && moment(match.chosenAt, zone), match.chosenAt],
    ['Published', match.publishedAt && moment(match.publishedAt, zone), match.publishedAt],
    [
      'Engagement',
      <LinkTo key="engagement" href={`/programs/${programId}/engagements/${match.matchId}`}>
        Open the engagement
      </LinkTo>,
      match.publishedAt && may('read engagements'),
    ],
    [
      'After the first week, the participant says',
      chemistry && <Fits fine={chemistry.fits} note={chemistry.note} />,
      chemistry,
    ],
    [
      'After 30 days, the participant says',
      reassessment && <Fits fine={reassessment.keep} note={reassessment.note} />,
      reassessment,
    ],
    [
      match.status === 'withdrawn' ? 'Turned down' : 'Ended',
      `${match.endedBecause ?? ''} ${match.endedBy ? `(${said(nameOf(match.endedBy), match.endedAt, zone)})` : ''}`,
      match.endedBecause,
    ],
    ['Overridden', match.override && `${match.override.reason}: ${match.override.text}`, match.override],
  ]
  return (
    <Container header={<Header variant="h2">Where it stands</Header>}>
      <KeyValuePairs
        columns={3}
        items={facts.filter(([, , when]) => when).map(([label, value]) => ({ label, value }))}
      />
    </Container>
  )
}

const said = (name: string, at: string | undefined, zone: string): string =>
  at ? `${name}, ${moment(at, zone)}` : name

const Fits = ({ fine, note }: { fine: boolean; note: string }) => (
  <>
    <StatusIndicator type={fine ? 'success' : 'warning'}>{fine ? 'It fits' : 'It does not fit'}</StatusIndicator>
    {note && <div>{note}</div>}
  </>
)
