import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'

/** What somebody reads who has no part in a program and may not create one: whom to ask. */
export const NoPartYet = ({ email, onTour }: { email: string; onTour: () => void }) => (
  <Container header={<Header variant="h2">You have no part in a program yet</Header>}>
    <SpaceBetween size="m">
      <div>
        Ask whoever runs coaching and mentoring in your organisation (the program owner, or learning operations) to add
        you to the roster of their program, with the address you are signed in with: <strong>{email}</strong>. The
        program then appears here.
      </div>
      <Button iconName="status-info" onClick={onTour}>
        Take the tour
      </Button>
    </SpaceBetween>
  </Container>
)
