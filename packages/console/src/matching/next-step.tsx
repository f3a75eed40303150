import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Rows } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useProgram } from '../program/use-program.tsx'
import { count } from '../words/figure.ts'
import { inReviewOrder, onShelf, useMayApprove } from './use-matches.ts'
import type { Match } from './words.ts'
import type { Doing } from './workbench-page.tsx'

type NextStepProps = { matches: Rows<Match>; waiting: Rows<unknown>; onDo: (what: Doing) => void }

/** What is to be done now in matching, with the one button that does it. */
export const NextStep = ({ matches, waiting, onDo }: NextStepProps) => {
  if (matches.error && !matches.rows) return null
  if (waiting.error && !waiting.rows)
    return <Trouble error={waiting.error} what="The waiting list" again={waiting.again} />
  return (
    <Container header={<Header variant="h2">What to do now</Header>}>
      {matches.rows && matches.complete && waiting.rows ? (
        <Step all={matches.rows} waiting={waiting.rows.length} matches={matches} onDo={onDo} />
      ) : (
        <Loading what="the matches" />
      )}
    </Container>
  )
}

const Step = ({
  all,
  waiting,
  matches,
  onDo,
}: { all: Match[]; waiting: number } & Pick<NextStepProps, 'matches' | 'onDo'>) => {
  const { programId, may } = useProgram()
  const mayApprove = useMayApprove()
  const base = `/programs/${programId}/matching`
  const open = onShelf(matches, 'review').rows ?? []
  const own = open.filter(mayApprove)
  const bulk = own.filter(({ review }) => review === 'bulk')
  const single = inReviewOrder(own.filter(({ review }) => review !== 'bulk'))
  const approved = onShelf(matches, 'approved').rows?.length ?? 0
  const approveAll = (variant: 'primary' | 'normal') => (
    <Button variant={variant} onClick={() => onDo({ approve: bulk })}>
      Approve {bulk.length} in bulk
    </Button>
  )
  if (own.length > 0)
    return (
      <Said text={reviewInWords(single.length, bulk.length, open.length - own.length)}>
        {single[0] && (
          <ButtonTo variant="primary" href={`${base}/${single[0].matchId}`}>
            Review the first of {single.length}
          </ButtonTo>
        )}
        {bulk.length > 0 && approveAll(single[0] ? 'normal' : 'primary')}
      </Said>
    )
  if (open.length > 0)
    return (
      <Said
        text={`${count(open.length, 'proposal waits', 'proposals wait')} for ${may('review matches') ? 'the program owner: they are of the highest impact' : 'the matching owner or the program owner'}.`}
      />
    )
  if (approved > 0)
    return (
      <Said text={`${count(approved, 'match is', 'matches are')} approved, and nobody has been told yet.`}>
        {may('review matches') && (
          <Button variant="primary" onClick={() => onDo('publish')}>
            Publish {count(approved, 'match', 'matches')}
          </Button>
        )}
      </Said>
    )
  if (all.length === 0)
    return (
      <Said text="Nobody is proposed yet. Matching plans the whole cohort at once: everyone with a submitted intake, a decided service and consent.">
        {may('review matches') && (
          <Button variant="primary" onClick={() => onDo('propose')}>
            Propose matches
          </Button>
        )}
      </Said>
    )
  if (waiting > 0)
    return (
      <Said
        text={`Nothing waits for review. ${count(waiting, 'person still waits', 'people still wait')} for a match; the list says why, and what would help.`}
      >
        <ButtonTo variant="primary" href={`${base}?show=waiting`}>
          Look at the waiting list
        </ButtonTo>
      </Said>
    )
  return <Said text="Everyone who is to have a coach or mentor has one. Nothing is left to do here." />
}

const Said = ({ text, children }: { text: string; children?: ReactNode }) => (
  <SpaceBetween size="s">
    <Box variant="p">{text}</Box>
    <SpaceBetween direction="horizontal" size="xs">
      {children}
    </SpaceBetween>
  </SpaceBetween>
)

const reviewInWords = (single: number, bulk: number, others: number): string => {
  const ways = [single > 0 && `${single} one by one`, bulk > 0 && `${bulk} that can be approved in bulk`].filter(
    Boolean,
  )
  const more = others > 0 ? ` ${count(others, 'more waits', 'more wait')} for the program owner.` : ''
  return `${count(single + bulk, 'proposal waits', 'proposals wait')} for your review: ${ways.join(', ')}.${more}`
}
