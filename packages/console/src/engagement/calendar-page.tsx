import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct, useRead } from '../api/queries.ts'
import { ConfirmButton } from '../frame/confirm-button.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { Copied } from '../program/secret-shown.tsx'

/** The private address under which one's sessions can be subscribed to with any calendar (E9). */
export const Component = () => {
  const feed = useRead('readCalendarFeed', {})
  const make = useAct('makeCalendarFeed')
  const remove = useAct('removeCalendarFeed')
  const url = feed.data?.url
  return (
    <Page
      title="Your calendar"
      about="Each session comes to you as a calendar invitation by mail. Here you can also subscribe to all of them at once."
    >
      <Container header={<Header variant="h2">Subscribe with your calendar</Header>}>
        {feed.isPending && <Loading what="your calendar" />}
        {feed.error && <Trouble error={feed.error} what="Your calendar" again={() => void feed.refetch()} />}
        {feed.data && !url && (
          <SpaceBetween size="m">
            <div>
              You get an address that only you know. Your calendar reads your sessions there, in neutral words, and
              keeps itself up to date.
            </div>
            <Button variant="primary" loading={make.isPending} onClick={() => make.mutate({})}>
              Make an address
            </Button>
          </SpaceBetween>
        )}
        {url && (
          <SpaceBetween size="m">
            <div>
              Add this address in your calendar under “Subscribe” or “From the web”. Whoever has it can see when your
              sessions are.
              <Copied text={url} what="the address" />
            </div>
            <SpaceBetween direction="horizontal" size="xs">
              <ConfirmButton
                text="Make a new address"
                question="Make a new address?"
                onConfirm={() => make.mutateAsync({})}
                done="The old address shows nothing any more. Subscribe to the new one."
              >
                The address you have now stops working in every calendar that reads it.
              </ConfirmButton>
              <ConfirmButton
                text="Take it away"
                question="Take the address away?"
                onConfirm={() => remove.mutateAsync({})}
                done="The address shows nothing any more."
              >
                Calendars that read it show your sessions no longer. Invitations by mail go on.
              </ConfirmButton>
            </SpaceBetween>
          </SpaceBetween>
        )}
        {make.error && <Trouble error={make.error} what="Making an address" />}
      </Container>
    </Page>
  )
}
