import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useLocation } from 'react-router'
import type { Answer, Input } from '../api/client.ts'
import { useAct, useRead } from '../api/queries.ts'
import { bodyOf, hintsOfBody } from '../form/answer-body.ts'
import { draftKeyFor } from '../form/draft.ts'
import { SchemaForm } from '../form/schema-form.tsx'
import { Sent } from '../form/sent.tsx'
import { Loading } from '../frame/loading.tsx'
import { OpenPage } from '../frame/open-page.tsx'
import { OpenTrouble } from '../frame/open-trouble.tsx'
import { ReferenceFacts } from './reference-facts.tsx'

/** `/reference#KEY`: what a referee is asked, without a sign-in. The key leaves this page in bodies of requests alone. */
export const Component = () => {
  const key = useLocation().hash.slice(1)
  return <Reference key={key} linkKey={key} />
}

const hints = hintsOfBody({
  behaviourChanged: { label: 'Did behaviour change through the work with them?' },
  whatChanged: { label: 'What changed?', description: 'What people do differently now, in words of your own.' },
  measuredBy: { label: 'How did one see or measure it?' },
  confidentialityKept: { label: 'Did they keep confidential what was said?' },
  recommend: { label: 'Would you recommend them?', ends: ['not at all', 'without reservation'] },
})

const Reference = ({ linkKey }: { linkKey: string }) => {
  const [isSent, setSent] = useState(false)
  const give = useAct('giveReference')
  const { data: reference, error, refetch } = useRead('readReference', { body: { key: linkKey } })
  if (!reference) {
    return (
      <OpenPage title="A reference">
        {error ? (
          <OpenTrouble error={error} unknown="This link opens no reference" again={() => void refetch()} />
        ) : (
          <Loading what="what you are asked" />
        )}
      </OpenPage>
    )
  }
  const send = async (body: unknown) => {
    await give.mutateAsync({ body: { key: linkKey, ...(body as Omit<Input<'giveReference'>['body'], 'key'>) } })
    setSent(true)
  }
  return (
    <OpenPage title={`A reference for ${reference.candidateName}`} owner={reference.programName}>
      {!reference.open && <Ended reference={reference} isSent={isSent} />}
      <ReferenceFacts reference={reference} />
      {reference.open && (
        <Container header={<Header variant="h2">Your reference</Header>}>
          <SchemaForm
            schema={bodyOf(reference.form)}
            hints={hints}
            zone={zoneOfReader}
            draftKey={draftKeyFor(linkKey)}
            action="Send the reference"
            onSend={send}
          />
        </Container>
      )}
    </OpenPage>
  )
}

/** A referee is outside the program: moments are told as their own clock shows them, with the zone. */
const zoneOfReader = Intl.DateTimeFormat().resolvedOptions().timeZone

const Ended = ({ reference: { answeredAt }, isSent }: { reference: Answer<'readReference'>; isSent: boolean }) =>
  answeredAt ? (
    <Sent isNew={isSent}>
      <Alert
        type="success"
        header={isSent ? 'Thank you, your reference is saved' : 'You have given this reference already'}
      >
        {isSent ? 'You can close this page.' : 'It cannot be changed. Nothing more is asked of you here.'}
      </Alert>
    </Sent>
  ) : (
    <Alert type="info" header="The reference is no longer needed">
      The selection went on without it. There is nothing left to do here.
    </Alert>
  )
