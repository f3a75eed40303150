import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { ButtonTo } from '../frame/link-to.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useNow } from '../when/use-now.ts'
import { calendarDay } from '../when/when.ts'
import { nextMonday } from './create-first-day.ts'
import { sampleOwnerRoles, sampleRoster } from './create-sample.ts'
import samplePeople from './create-sample-roster.csv?raw'
import { rolesIn } from './roster-file.ts'
import { countRoles } from './roster-needs.ts'
import { useOrganisation } from './use-organisation.ts'
import { useSamplePilot } from './use-sample-pilot.ts'

const crumbs = [{ text: 'Programs', href: '/programs' }]
const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
const signs: Record<'waiting' | 'doing' | 'done' | 'failed', StatusIndicatorProps.Type> = {
  waiting: 'pending',
  doing: 'loading',
  done: 'success',
  failed: 'error',
}

/** Sets up a pilot with made-up people to try things out, and leads to it. */
export const Component = () => {
  const { me, may } = useOrganisation()
  const startDate = nextMonday(useNow(), zone)
  const { steps, busy, programId, failure, begin } = useSamplePilot({ startDate, zone, people: samplePeople })
  const owner = { email: me.data?.email ?? '', name: me.data?.name ?? '', zone }
  const { counts } = countRoles(
    sampleRoster(samplePeople, owner, zone).map((row) => ({ email: row.texts.email, roles: rolesIn(row) })),
  )
  const many = (role: string) => counts.find((each) => each.role === role)?.count ?? 0
  const done = steps.every(({ state }) => state === 'done')
  const begun = steps.some(({ state }) => state !== 'waiting')
  return (
    <Page title="Sample pilot" about="A program to try things out, with people who do not exist." crumbs={crumbs}>
      <Container header={<Header variant="h2">What will be set up</Header>}>
        <SpaceBetween size="l">
          <KeyValuePairs
            columns={3}
            items={[
              { label: 'Template', value: 'Leadership pilot, 24 weeks' },
              { label: 'Starts', value: `${calendarDay(startDate)} (${zone})` },
              {
                label: 'People',
                value: `${many('participant')} participants, ${many('coach')} coaches, ${many('mentor')} mentors, ${many('manager')} managers, and those who steer`,
              },
            ]}
          />
          <div>
            <Box variant="p">
              <strong>These are sample people.</strong> Each has "(sample)" behind the name and an address that ends in
              example.com, which is nobody's: no mail reaches them, and they never answer. They have a part in this
              program only.
            </Box>
            <Box variant="p">
              <strong>You stand in for the rest.</strong> You will be {sampleOwnerRoles.join(', ')}. As legal you sign
              off data consent yourself: without that no program starts. Pilotgate starts nothing until you do.
            </Box>
            <Box variant="p">
              To let colleagues play a part, import a roster with their real addresses into the program later.
            </Box>
          </div>
          {begun && (
            <ol aria-label="Progress">
              {steps.map(({ title, state }) => (
                <li key={title}>
                  <StatusIndicator type={signs[state]}>{title}</StatusIndicator>
                </li>
              ))}
            </ol>
          )}
          {failure && <Trouble error={failure} what="Setting up the sample pilot" again={busy ? undefined : begin} />}
          {done && (
            <Alert
              type="success"
              header="The sample pilot is ready"
              action={
                <ButtonTo variant="primary" href={`/programs/${programId}`}>
                  Go to the program
                </ButtonTo>
              }
            >
              It is a draft. Next: sign off data consent as legal, then start it.
            </Alert>
          )}
          {!done && may('create programs') && !failure && (
            <Button variant="primary" onClick={begin} loading={busy} loadingText="Setting up">
              Set up the sample pilot
            </Button>
          )}
          {me.data && !may('create programs') && (
            <Alert type="info">Only program owners of your organisation create programs. Ask one of them.</Alert>
          )}
        </SpaceBetween>
      </Container>
    </Page>
  )
}
