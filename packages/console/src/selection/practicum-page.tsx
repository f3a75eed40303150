import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAct, useRead } from '../api/queries.ts'
import { Confirm } from '../frame/confirm.tsx'
import { Loading } from '../frame/loading.tsx'
import { useTell } from '../frame/notices.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { useCrumbs } from '../program/use-crumbs.ts'
import { useProgram } from '../program/use-program.tsx'
import { dayOf } from '../when/when.ts'
import { Rules } from './rules.tsx'
import { Capstone } from './supervision/capstone.tsx'
import { PracticumHours } from './supervision/practicum-hours.tsx'
import { PracticumReviews } from './supervision/practicum-reviews.tsx'
import { StartPracticum } from './supervision/start-practicum.tsx'
import { useGuides } from './use-leads.ts'
import { useSelectionNames } from './use-names-of-selection.ts'

/** The practicum of an internal coach: hours, reviews, capstone, and what is missing to complete it. */
export const Component = () => {
  const { personId = '' } = useParams()
  const { programId, part, may, zone } = useProgram()
  const guide = useGuides()
  const nameOf = useSelectionNames([personId])
  const crumbs = useCrumbs(['Supervision', '/supervision?show=practicums'])
  const path = { programId, personId }
  const { data: practicum, error, refetch } = useRead('getPracticum', { path })
  const own = personId === part.personId
  const title = own ? 'Your practicum' : `Practicum of ${nameOf(personId)}`
  if (!practicum)
    return (
      <Page title={title} crumbs={crumbs}>
        {!error && <Loading what="the practicum" />}
        {error?.status === 404 && (
          <Alert header="No practicum was started" action={<StartPracticum begun={[]} />}>
            A supervisor or the coach lead starts it for an internal coach in training.
          </Alert>
        )}
        {error && error.status !== 404 && <Trouble error={error} what="The practicum" again={refetch} />}
      </Page>
    )
  const open = practicum.status === 'open'
  const guides = open && !own && may('supervise') && guide('coach')
  const logs = open && may('log practice') && (own || guide('coach'))
  return (
    <Page
      title={title}
      info={
        <StatusIndicator type={open ? 'in-progress' : 'success'}>
          {practicum.completedAt ? `Completed ${dayOf(practicum.completedAt, zone)}` : 'On the way'}
        </StatusIndicator>
      }
      about={`8 to 12 weeks from ${dayOf(practicum.startedAt, zone)}. Completing it certifies the coach.`}
      crumbs={crumbs}
      actions={open && !own && may('manage credentials') && guide('coach') && <Complete path={path} of={practicum} />}
    >
      <Container header={<Header variant="h2">What it takes</Header>}>
        <Rules of={practicum.rules} />
      </Container>
      <PracticumHours practicum={practicum} logs={logs} />
      <PracticumReviews practicum={practicum} guides={guides} />
      <Capstone practicum={practicum} guides={guides} logs={logs} />
    </Page>
  )
}

type CompleteProps = {
  path: { programId: string; personId: string }
  of: { rules: { rule: string; met: boolean; words: string }[] }
}

const Complete = ({ path, of: { rules } }: CompleteProps) => {
  const complete = useAct('completePracticum')
  const tell = useTell()
  const [asking, setAsking] = useState(false)
  const missing = rules.filter(({ met }) => !met)
  // Only the number of weeks can be missing and yet be put right by a reason.
  const late = missing.length === 1 && missing[0]?.rule === 'weeks' && missing[0].words.includes('longer')
  return (
    <>
      <Button
        disabled={missing.length > 0 && !late}
        disabledReason={`Missing: ${missing.map(({ rule }) => rule).join(', ')}.`}
        onClick={() => setAsking(true)}
      >
        Complete
      </Button>
      {asking && (
        <Confirm
          question="Complete the practicum?"
          action="Complete"
          {...(late && { reasonLabel: 'Why did it take longer than 12 weeks?' })}
          onConfirm={async (reason) => {
            await complete.mutateAsync({ path, body: late ? { lateBecause: reason } : {} })
            tell('The practicum is completed; the coach is certified.')
          }}
          onClose={() => setAsking(false)}
        >
          The coach becomes a certified internal coach.
        </Confirm>
      )}
    </>
  )
}
