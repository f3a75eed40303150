import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Grid from '@cloudscape-design/components/grid'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { LinkTo } from '../frame/link-to.tsx'
import { calendarDay } from '../when/when.ts'
import { myPlaces } from './overview-places.ts'
import { OverviewTasks } from './overview-tasks.tsx'
import { useProgram } from './use-program.tsx'
import { useTemplate } from './use-template.ts'

/** What the program is and where one goes in it, for people who take part without running it. */
export const OverviewOfMyPart = () => {
  const { programId, program, part, may, zone } = useProgram()
  const base = `/programs/${programId}`
  const places = myPlaces(part, may)
  const template = useTemplate()
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={template.data?.template.summary}>
            Your part
          </Header>
        }
      >
        <KeyValuePairs
          columns={3}
          items={[
            { label: part.roles.length === 1 ? 'Your role' : 'Your roles', value: part.roles.join(', ') || 'None' },
            {
              label: program.status === 'draft' ? 'Starts' : 'Start date',
              value: `${calendarDay(program.startDate)} (${zone})`,
            },
            { label: 'Now', value: stands[program.status] },
          ]}
        />
      </Container>
      <Grid gridDefinition={[{ colspan: { default: 12, s: 6 } }, { colspan: { default: 12, s: 6 } }]}>
        <OverviewTasks />
        <Container fitHeight header={<Header variant="h2">Where you find what</Header>}>
          <SpaceBetween size="s">
            {places.map(({ text, about, page }) => (
              <div key={page}>
                <LinkTo href={base + page}>{text}</LinkTo>
                <Box variant="small" color="text-body-secondary" display="block">
                  {about}
                </Box>
              </div>
            ))}
          </SpaceBetween>
        </Container>
      </Grid>
    </SpaceBetween>
  )
}

const stands = {
  draft: 'The program is being prepared.',
  running: 'The program is running.',
  paused: 'The program is paused. What you have agreed with each other can go on.',
  stopped: 'The program has been stopped.',
  completed: 'The program is complete.',
}
