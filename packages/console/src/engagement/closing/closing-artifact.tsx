import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { usePair } from '../pair.tsx'
import { ClosingFormView } from './closing-form.tsx'
import { ClosingText } from './closing-text.tsx'
import type { Closing } from './closing-words.tsx'
import { type ClosingKind, kindInWords } from './schemas.ts'

/** One closing artifact: its text, or that it is missing, and the form to hand it in. */
export const ClosingArtifact = ({ kind, closing }: { kind: ClosingKind; closing: Closing | undefined }) => {
  const { zone, may } = useProgram()
  const { engagement, side, nameOf } = usePair()
  const [writing, setWriting] = useState(false)
  const mayWrite = side === 'provider' && may('act in own engagement') && engagement.kickedOffAt !== undefined
  const when = closing && `Handed in by ${nameOf(closing.by)}, ${moment(closing.at, zone)}.`
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={when ?? 'Not handed in yet.'}
          actions={
            mayWrite &&
            !writing && (
              <Button
                onClick={() => setWriting(true)}
                variant={closing || engagement.status === 'active' ? 'normal' : 'primary'}
              >
                {closing ? 'Hand in a better version' : 'Write it'}
              </Button>
            )
          }
        >
          {kindInWords[kind]}
        </Header>
      }
    >
      {writing ? (
        <ClosingFormView kind={kind} known={closing?.form} onClose={() => setWriting(false)} />
      ) : closing?.form ? (
        <ClosingText form={closing.form} />
      ) : (
        <Box color="text-body-secondary">
          {closing ? 'Its text is read by the two of them alone.' : missing(engagement.service, side === 'provider')}
        </Box>
      )}
    </Container>
  )
}

const missing = (service: string, isOwn: boolean): string =>
  isOwn ? 'You are asked for it when the engagement comes to its end.' : `The ${service} hands it in at the end.`
