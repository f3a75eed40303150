import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ConsentHistory } from './consent-history.tsx'
import { type Consent, groups, groupWords, purposes, purposeWords } from './words.ts'

/** What somebody else has consented to, to read. */
export const ConsentRead = ({ consent, zone }: { consent: Consent; zone: string }) => {
  const allowed = (purpose: string) =>
    groups.filter((group) => consent.granted.some((each) => each.group === group && each.purpose === purpose))
  return (
    <Container
      header={
        <Header variant="h2" description="Nobody chooses for somebody else. What is not allowed is not used.">
          Consent
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          minColumnWidth={220}
          items={purposes.map((purpose) => ({
            label: purposeWords[purpose].title,
            value:
              allowed(purpose).length === groups.length
                ? 'All answers'
                : allowed(purpose)
                    .map((group) => groupWords[group].title)
                    .join(', ') || 'Nothing',
          }))}
        />
        <ConsentHistory history={consent.history} zone={zone} />
      </SpaceBetween>
    </Container>
  )
}
