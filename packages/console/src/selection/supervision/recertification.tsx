import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Answer, Input } from '../../api/client.ts'
import { useAct, useRead } from '../../api/queries.ts'
import { inWords } from '../../form/words.ts'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { calendarDay, dayOf } from '../../when/when.ts'
import { FormDialog } from '../form-dialog.tsx'
import { Rules } from '../rules.tsx'
import { useGuides } from '../use-leads.ts'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { recertificationForms } from './forms.ts'

type State = Answer<'getRecertification'>
type Part = keyof typeof recertificationForms

/** What a recertification still takes (Q3; mentors: Q5), and the parts recorded. */
export const Recertification = ({ of: state }: { of: State }) => {
  const { zone, part, may } = useProgram()
  const now = useNow()
  const guides = useGuides()
  const [recording, setRecording] = useState(false)
  const { personId, service, recertifyFrom, parts, rules } = state
  const nameOf = useSelectionNames(parts.map(({ by }) => by))
  const missing = rules.flatMap(({ rule, met }) => (!met && rule in recertificationForms ? [rule as Part] : []))
  const opened = recertifyFrom <= now
  const records = may('supervise') && guides(service) && personId !== part.personId
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            opened ? 'With the last part the credential is renewed.' : `It opens on ${dayOf(recertifyFrom, zone)}.`
          }
          actions={
            records && opened && missing.length > 0 && <Button onClick={() => setRecording(true)}>Record a part</Button>
          }
        >
          Recertification
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Rules of={rules} />
        {parts.map((each) => (
          <div key={each.part}>
            {inWords(each.part)}, held {calendarDay(each.heldOn)}, recorded by {nameOf(each.by)}
            <Box variant="small" display="block">
              {'note' in each ? each.note : `${each.what} ${each.evidence}`}
            </Box>
          </div>
        ))}
      </SpaceBetween>
      {recording && <RecordPart state={state} missing={missing} onClose={() => setRecording(false)} />}
    </Container>
  )
}

const RecordPart = ({ state, missing, onClose }: { state: State; missing: Part[]; onClose: () => void }) => {
  const { programId, may } = useProgram()
  const { personId, service } = state
  const record = useAct('recordRecertification')
  const credentials = useRead('listCredentials', { path: { programId } }, { enabled: may('read credentials') })
  const [part, setPart] = useState(missing[0]!)
  const peers = (credentials.data?.items ?? [])
    .filter((each) => each.service === service && each.status === 'valid' && each.personId !== personId)
    .map((each) => ({ value: each.personId, label: each.name }))
  const { schema, hints } = recertificationForms[part]
  const options = missing.map((value) => ({ value, label: inWords(value) }))
  return (
    <FormDialog
      title="Record a part of the recertification"
      action="Record it"
      formKey={`${part} ${peers.length}`}
      schema={schema}
      hints={{ ...hints, peerId: { label: 'Which peer?', options: peers } }}
      onSend={(said: object) =>
        record.mutateAsync({
          path: { programId, service, personId },
          body: { ...said, part } as Input<'recordRecertification'>['body'],
        })
      }
      done={`${inWords(part)}: recorded.`}
      onClose={onClose}
    >
      <FormField label="Part">
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === part) ?? null}
          onChange={({ detail }) => setPart(detail.selectedOption.value as Part)}
        />
      </FormField>
    </FormDialog>
  )
}
