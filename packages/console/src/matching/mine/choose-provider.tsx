import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import type { OwnMatchView } from './own-words.ts'

/** One of up to three to choose from, each with what speaks for them. */
export const ChooseProvider = ({ match }: { match: OwnMatchView }) => {
  const { programId } = useProgram()
  const act = useAct('chooseProvider')
  const tell = useTell()
  const [providerId, setProviderId] = useState(match.providerId)
  const choose = async () => {
    const path = { programId, matchId: match.matchId }
    const chosen = await act.mutateAsync({ path, body: { providerId } }).catch(() => undefined)
    if (chosen) tell(`You chose ${chosen.providerName}. Somebody looks at every match before it is final.`)
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Somebody still looks at every match before it is final. ${match.chosenAt ? 'Until then you may choose again.' : 'If you choose nobody, the first is looked at.'}`}
        >
          Choose your {match.service}
        </Header>
      }
      footer={
        <Button variant="primary" loading={act.isPending} loadingText="Choosing" onClick={choose}>
          Choose {match.choices.find((each) => each.providerId === providerId)?.name}
        </Button>
      }
    >
      <SpaceBetween size="m">
        <Tiles
          ariaLabel={`Your ${match.service}`}
          value={providerId}
          onChange={({ detail }) => setProviderId(detail.value)}
          columns={3}
          items={match.choices.map(({ providerId: value, name, reasons }) => ({
            value,
            label: value === match.providerId ? `${name} (${match.chosenAt ? 'your choice' : 'proposed'})` : name,
            description: reasonsInWords(reasons),
          }))}
        />
        {act.error && <Trouble error={act.error} what="Your choice" />}
      </SpaceBetween>
    </Container>
  )
}

/** What speaks for somebody, as sentences. */
const reasonsInWords = (reasons: string[]): string =>
  reasons.length > 0
    ? reasons.map((reason) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`).join(' ')
    : 'Little is known to compare you by; a first talk will show.'
