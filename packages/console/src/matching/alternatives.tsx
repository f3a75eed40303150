import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { GiveAnother } from './give-another.tsx'
import { namesIn } from './names.ts'
import { ScoreFigure } from './score-figure.tsx'
import { useMayChange } from './use-may-change.ts'
import { WeighedProvider } from './weighed-provider.tsx'
import type { Match } from './words.ts'

/** The best others for the participant, each with why they are not the first choice. */
export const Alternatives = ({ match }: { match: Match }) => {
  const nameOf = namesIn(match)
  const change = useMayChange(match)
  const [instead, setInstead] = useState<string>()
  return (
    <Container
      header={
        <Header variant="h2" description="As the run of matching saw them; the signals are worked out for today.">
          Alternatives
        </Header>
      }
    >
      <SpaceBetween size="l">
        {match.alternatives.length === 0 && (
          <Box>Nobody else could be matched with {match.participantName} under the rules.</Box>
        )}
        {match.alternatives.map(({ providerId, score, whyNot }) => (
          <SpaceBetween key={providerId} size="xxs">
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'center' }}>
              <Box variant="h3" padding="n">
                {nameOf(providerId)}
              </Box>
              <ScoreFigure score={score} />
              {change && (
                <Button onClick={() => setInstead(providerId)} ariaLabel={`${change.each} ${nameOf(providerId)}`}>
                  {change.each}
                </Button>
              )}
            </div>
            <div>Why not: {whyNot}</div>
            <Signals match={match} providerId={providerId} name={nameOf(providerId)} />
          </SpaceBetween>
        ))}
      </SpaceBetween>
      {instead && <GiveAnother match={match} providerId={instead} onClose={() => setInstead(undefined)} />}
    </Container>
  )
}

const Signals = ({ match, providerId, name }: { match: Match; providerId: string; name: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <ExpandableSection
      headerText="Signals"
      headerAriaLabel={`Signals of ${name}`}
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {open && <WeighedProvider matchId={match.matchId} providerId={providerId} />}
    </ExpandableSection>
  )
}
