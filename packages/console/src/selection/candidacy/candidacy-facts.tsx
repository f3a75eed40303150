import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { LinkTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { Bullets } from '../bullets.tsx'
import { Facts } from '../facts.tsx'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { type Candidacy, paths, stepWords } from '../words.ts'

/** How a candidacy began, where it is, how it ended. */
export const CandidacyFacts = ({ candidacy }: { candidacy: Candidacy }) => {
  const { programId, zone, may } = useProgram()
  const { path, service, nomination, status, openedAt, closedAt, reasons, at, personId } = candidacy
  const nameOf = useSelectionNames([nomination?.by])
  return (
    <Container header={<Header variant="h2">Where it stands</Header>}>
      <Facts
        of={[
          ['Path', `${paths[path].title}, led by the ${paths[path].lead}`],
          ['Began', moment(openedAt, zone)],
          ['Now at', at.map(({ step, title }) => stepWords(path, step, title)).join(', ')],
          [closedAt ? 'Over since' : '', closedAt && moment(closedAt, zone)],
          [
            nomination ? `Nominated by ${nameOf(nomination.by)}` : 'Nominated by',
            nomination ? nomination.why : 'Applied by themselves',
          ],
          [status === 'withdrawn' ? 'Withdrawn because' : 'Turned down because', reasons && <Bullets of={reasons} />],
          [
            'Credential',
            status === 'appointed' && may('read supervision') && (
              <LinkTo href={`/programs/${programId}/supervision/credentials/${service}.${personId}`}>
                Open the credential
              </LinkTo>
            ),
          ],
        ]}
      />
    </Container>
  )
}
