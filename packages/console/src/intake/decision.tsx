import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { useNames } from '../program/use-names.ts'
import { type Decision, providerWords, servicesInWords, serviceWords } from './words.ts'

type DecisionProps = {
  title: string
  decision: Decision | undefined
  /** What to say where nothing is decided. */
  none: string
  /** Shows who decided otherwise; for those who run the program. */
  named?: boolean
  actions?: ReactNode
}

/** Coach, mentor or both, in which order and from whom, and why. */
export const DecisionRead = ({ title, decision, none, named = false, actions }: DecisionProps) => {
  const nameOf = useNames([named ? decision?.overriddenBy : undefined])
  return (
    <Container
      header={
        <Header variant="h2" actions={actions} description={decision && servicesInWords(decision.services)}>
          {title}
        </Header>
      }
    >
      {decision ? (
        <SpaceBetween size="m">
          {decision.overriddenBy && (
            <Alert type="info">
              {named ? `${nameOf(decision.overriddenBy)} decided this` : 'Somebody who runs the program decided this'},
              otherwise than the rules: {decision.overrideReason}
            </Alert>
          )}
          <KeyValuePairs
            columns={2}
            minColumnWidth={220}
            items={decision.services.map(({ service, order, cadence, length, provider }) => ({
              label: `${order}. ${serviceWords[service]}`,
              value: [providerWords[provider], cadence, `for ${length}`].join('; '),
            }))}
          />
          {decision.reasons.length > 0 && (
            <div>
              <strong>{decision.overriddenBy ? 'What the rules said' : 'Why'}</strong>
              <ul style={{ marginBlock: '4px 0' }}>
                {decision.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </div>
          )}
        </SpaceBetween>
      ) : (
        none
      )}
    </Container>
  )
}
