import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { count } from '../../words/figure.ts'
import type { Provider } from '../words.ts'

/** What matching knows of a provider that others put on record; shown so that mistakes are found. */
export const FromOthers = ({ provider }: { provider: Provider }) => {
  const { status, statusReason, places, taken, sponsorship, outcomes, conflicts } = provider
  return (
    <Container
      header={
        <Header variant="h2" description="If something is wrong, tell the matching owner.">
          What others put on record
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Matching', value: [status, statusReason].filter(Boolean).join('. ') },
          { label: 'Places', value: `${taken} of ${places} taken` },
          {
            label: 'Sponsorship in the last 18 months',
            value: sponsorship
              ? `${count(sponsorship.introductions, 'introduction', 'introductions')}, ${count(sponsorship.actions, 'sponsor action', 'sponsor actions')}`
              : 'Nothing is documented',
          },
          {
            label: 'Past engagements',
            value: outcomes
              ? `The agreed outcome was reached in ${outcomes.reached} of ${outcomes.all}`
              : 'None is known',
          },
          {
            label: 'Conflicts of interest',
            value: conflicts.length > 0 ? count(conflicts.length, 'person', 'people') : 'None on record',
          },
        ]}
      />
    </Container>
  )
}
