import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useAct, useRead } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useGuides } from '../use-leads.ts'

/** Starts the practicum of an internal coach in training; shown to who may. */
export const StartPracticum = ({ begun }: { begun: string[] }) => {
  const { programId, part, may } = useProgram()
  const guides = useGuides()
  const path = { programId }
  const starts = may('supervise') && guides('coach')
  const credentials = useRead('listCredentials', { path }, { enabled: starts && may('read credentials') })
  const start = useAct('startPracticum')
  const [asking, setAsking] = useState(false)
  if (!starts) return null
  const options = (credentials.data?.items ?? [])
    .filter(({ level, status }) => level === 'coach in training' && status === 'valid')
    .filter(({ personId }) => !begun.includes(personId) && personId !== part.personId)
    .map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <>
      <Button
        onClick={() => setAsking(true)}
        disabled={options.length === 0}
        disabledReason="No internal coach in training is without a practicum."
      >
        Start a practicum
      </Button>
      {asking && (
        <FormDialog
          title="Start a practicum"
          action="Start it"
          schema={{ type: 'object', properties: { personId: { type: 'string' } }, required: ['personId'] }}
          hints={{ personId: { label: 'Internal coach in training', options } }}
          onSend={({ personId }: { personId: string }) => start.mutateAsync({ path: { programId, personId } })}
          done="The practicum is started."
          onClose={() => setAsking(false)}
        >
          It takes 8 to 12 weeks from now.
        </FormDialog>
      )}
    </>
  )
}
