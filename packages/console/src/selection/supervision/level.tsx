import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct, useRead } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { LinkTo } from '../../frame/link-to.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { Rules } from '../rules.tsx'
import { useGuides } from '../use-leads.ts'

/** The level of an internal coach and each rule of the next one; nothing for coaches from outside, who have none. */
export const Level = ({ personId }: { personId: string }) => {
  const { programId, part, may } = useProgram()
  const guides = useGuides()
  const tell = useTell()
  const path = { programId, personId }
  const { data } = useRead('getPromotion', { path })
  const promote = useAct('promote')
  const [asking, setAsking] = useState(false)
  if (!data) return null
  const { level, next, rules } = data
  const raises =
    next && may('manage credentials') && guides('coach') && personId !== part.personId && rules.every(({ met }) => met)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={next ? `What it takes to become a ${next}` : 'The highest level.'}
          actions={raises && <Button onClick={() => setAsking(true)}>Raise the level</Button>}
        >
          Level: {inWords(level)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Rules of={rules} />
        <LinkTo href={`/programs/${programId}/supervision/practicums/${personId}`}>Open the practicum</LinkTo>
      </SpaceBetween>
      {asking && next && (
        <Confirm
          question={`Raise to ${next}?`}
          action="Raise the level"
          onConfirm={async () => {
            await promote.mutateAsync({ path, body: { level: next } })
            tell(`Raised to ${next}.`)
          }}
          onClose={() => setAsking(false)}
        >
          Every rule is met. The level holds in all programs of the organisation.
        </Confirm>
      )}
    </Container>
  )
}
