import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { ConsentByPurpose } from './consent-by-purpose.tsx'
import { ConsentHistory } from './consent-history.tsx'
import { ConsentTable } from './consent-table.tsx'
import { Revoke } from './revoke.tsx'
import { useChoices } from './use-choices.ts'
import { useNarrow } from './use-narrow.ts'
import { type Consent, purposes, purposeWords, textVersion } from './words.ts'

type SectionProps = {
  consent: Consent
  personId: string
  title: string
  ofAgent?: boolean
  /** Hears how many choices are not saved yet. */
  onUnsaved?: (count: number) => void
}

/** What may be used of somebody's answers: to choose, to change, to withdraw. */
export const ConsentSection = ({ consent, personId, title, ofAgent = false, onUnsaved }: SectionProps) => {
  const { programId, zone } = useProgram()
  const choices = useChoices(consent)
  const narrow = useNarrow()
  const act = useAct('changeConsent')
  const tell = useTell()
  const [asking, setAsking] = useState(false)
  const { changed } = choices
  const unsaved = changed.length
  useEffect(() => onUnsaved?.(unsaved), [unsaved, onUnsaved])
  const revoked = changed.filter(({ granted }) => !granted)
  const send = async () => {
    await act.mutateAsync({ path: { programId, personId }, body: { textVersion, choices: changed } })
    choices.forget()
    tell('Your choices are saved. You can change them here at any time.')
  }
  return (
    <Container
      header={
        <Header variant="h2" description={`Nothing is allowed beforehand. Text ${textVersion} of the consent.`}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box>
          {ofAgent ? 'An agent cannot consent: you choose for it.' : 'You decide what your answers may be used for.'}{' '}
          What is not ticked is not used. You can withdraw any choice at any time, here, without saying why.
        </Box>
        {narrow ? (
          <ConsentByPurpose choices={choices} />
        ) : (
          <>
            <ConsentTable choices={choices} />
            <ExpandableSection headerText="What each of these means" headingTagOverride="h3" defaultExpanded>
              <dl style={{ margin: 0 }}>
                {purposes.map((purpose) => (
                  <div key={purpose} style={{ marginBottom: '8px' }}>
                    <dt style={{ display: 'inline' }}>
                      <strong>{purposeWords[purpose].title}.</strong>
                    </dt>{' '}
                    <dd style={{ display: 'inline', margin: 0 }}>{purposeWords[purpose].meaning}</dd>
                  </div>
                ))}
              </dl>
            </ExpandableSection>
          </>
        )}
        {act.error && !asking && <Trouble error={act.error} what="Saving your choices" />}
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Button
            disabled={changed.length === 0}
            loading={act.isPending && !asking}
            loadingText="Saving"
            onClick={() => (revoked.length > 0 ? setAsking(true) : void send().catch(() => undefined))}
          >
            Save your choices
          </Button>
          <Box color="text-body-secondary">
            {changed.length > 0 ? `${changed.length} ${changed.length === 1 ? 'choice' : 'choices'} not saved yet` : ''}
          </Box>
        </SpaceBetween>
        <ConsentHistory history={consent.history} zone={zone} />
      </SpaceBetween>
      {asking && <Revoke revoked={revoked} onConfirm={send} onClose={() => setAsking(false)} />}
    </Container>
  )
}
