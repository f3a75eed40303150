import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { fromNow, moment } from '../../when/when.ts'
import { Facts } from '../facts.tsx'
import type { Service } from '../words.ts'
import { CredentialStatus } from './credential-status.tsx'
import { Delivery } from './delivery.tsx'
import { Level } from './level.tsx'
import { OutcomesBriefs } from './outcomes-briefs.tsx'
import { Recertification } from './recertification.tsx'

type StandingProps = { service: Service; personId: string; heading: string }

/** One credential: whether it holds, what keeps it, what was delivered. For its holder and who guides them. */
export const Standing = ({ service, personId, heading }: StandingProps) => {
  const { programId, zone, may } = useProgram()
  const now = useNow()
  const path = { programId, service, personId }
  const { data, error, refetch } = useRead('getRecertification', { path })
  const credentials = useRead('listCredentials', { path: { programId } }, { enabled: may('read credentials') })
  const credential = credentials.data?.items.find((each) => each.personId === personId && each.service === service)
  if (!data && error?.status === 404)
    return (
      <Alert header="No credential yet">
        It comes with the appointment, at the end of the selection.{' '}
        <LinkTo href={`/programs/${programId}/candidacies`}>Open the selection</LinkTo>
      </Alert>
    )
  if (!data)
    return error ? <Trouble error={error} what="The credential" again={refetch} /> : <Loading what="the credential" />
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{heading}</Header>}>
        <Facts
          of={[
            ['Credential', <CredentialStatus key="status" status={data.status} />],
            ['Because', credential?.because],
            ['Passed', credential && moment(credential.passedAt, zone)],
            [
              'Calibration',
              credential && `Median ${credential.calibration.median} of 5, ${credential.calibration.members} members`,
            ],
            ['Documented introductions', service === 'mentor' && credential && String(credential.introductions)],
            ['Recertification opens', `${moment(data.recertifyFrom, zone)}, ${fromNow(data.recertifyFrom, now)}`],
            ['Must be recertified by', `${moment(data.recertifyBy, zone)}, ${fromNow(data.recertifyBy, now)}`],
            ['Outcomes brief due', `${moment(data.briefDueAt, zone)}, ${fromNow(data.briefDueAt, now)}`],
            [
              'Selection',
              credential?.programId === programId && (
                <LinkTo href={`/programs/${programId}/candidacies/${credential.candidacyId}`}>
                  How they were selected
                </LinkTo>
              ),
            ],
          ]}
        />
      </Container>
      <Recertification of={data} />
      {service === 'coach' && may('read practicum') && <Level personId={personId} />}
      <OutcomesBriefs service={service} personId={personId} />
      {may('read credentials') && <Delivery service={service} personId={personId} />}
    </SpaceBetween>
  )
}
