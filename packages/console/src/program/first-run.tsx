import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ButtonTo } from '../frame/link-to.tsx'

const choices = [
  {
    title: 'Look around in a sample pilot',
    text: 'A program of 24 weeks with made-up people, set up in a few seconds. Good for learning how it works.',
    action: 'Set up a sample pilot',
    href: '/programs/new/sample',
  },
  {
    title: 'Create a program from a template',
    text: 'Choose a template, a first day and the thresholds of its gates. People can follow later.',
    action: 'Create a program',
    href: '/programs/new',
    primary: true,
  },
  {
    title: 'Begin with your people',
    text: 'You have a list of participants, coaches and mentors already? Import it as a roster, then choose the template.',
    action: 'Import a roster',
    href: '/programs/new?begin=roster',
  },
]

/** What greets whoever may create programs where there is none yet. */
export const FirstRun = ({ onTour }: { onTour: () => void }) => (
  <SpaceBetween size="l">
    <Container>
      <SpaceBetween size="s">
        <Box variant="h2">Welcome to Pilotgate</Box>
        <Box variant="p">
          Pilotgate runs coaching and mentoring programs week by week: it invites people, matches them, gathers
          evidence, and opens the next week when the gate of this one is passed. There is no program yet. How would you
          like to begin?
        </Box>
        <Button iconName="status-info" onClick={onTour}>
          Take the tour (5 steps)
        </Button>
      </SpaceBetween>
    </Container>
    <ColumnLayout columns={3}>
      {choices.map(({ title, text, action, href, primary }) => (
        <Container
          key={href}
          fitHeight
          header={<Header variant="h2">{title}</Header>}
          footer={
            <ButtonTo href={href} variant={primary ? 'primary' : 'normal'}>
              {action}
            </ButtonTo>
          }
        >
          {text}
        </Container>
      ))}
    </ColumnLayout>
  </SpaceBetween>
)
