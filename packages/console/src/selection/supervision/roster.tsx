import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Answer, Input } from '../../api/client.ts'
import { useAct, useRead } from '../../api/queries.ts'
import type { Option } from '../../form/schema.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useGuides } from '../use-leads.ts'
import { useSelectionNames } from '../use-names-of-selection.ts'
import { rosterForm } from './forms.ts'
import { useSupervisors } from './use-supervisors.ts'

type Roster = Answer<'getSupervisionRoster'>

/** Who supervises by the roster, and who is supervised. */
const guidesIn = ({ masters }: Roster): string[] =>
  masters.flatMap(({ personId, leads }) => [personId, ...leads.map((lead) => lead.personId)])
const coachesIn = ({ masters, findings }: Roster): string[] => [
  ...findings.filter(({ finding }) => finding === 'missing').flatMap(({ personIds }) => personIds),
  ...masters.flatMap(({ coaches, leads }) => [...coaches, ...leads.flatMap((lead) => lead.coaches)]),
]
const idsIn = (roster: Roster): (string | undefined)[] => [
  roster.by,
  ...roster.findings.flatMap(({ personIds }) => personIds),
  ...guidesIn(roster),
  ...coachesIn(roster),
]

/** Who supervises whom (Q1), with what has to be put right. */
export const Roster = () => {
  const { programId, zone, may } = useProgram()
  const guides = useGuides()
  const { data: roster, error, refetch } = useRead('getSupervisionRoster', { path: { programId } })
  const nameOf = useSelectionNames(roster ? idsIn(roster) : [])
  const [editing, setEditing] = useState(false)
  if (!roster)
    return error ? <Trouble error={error} what="The supervisors" again={refetch} /> : <Loading what="the supervisors" />
  const edit = may('supervise') && guides('coach') && (
    <Button variant="primary" onClick={() => setEditing(true)}>
      {roster.masters.length > 0 ? 'Change' : 'Set who supervises whom'}
    </Button>
  )
  return (
    <Container
      header={
        <Header variant="h2" description={roster.ratio} actions={edit}>
          Who supervises whom
        </Header>
      }
      footer={
        roster.at &&
        roster.by && (
          <Box variant="small" color="text-body-secondary">
            Set by {nameOf(roster.by)}, {moment(roster.at, zone)}
          </Box>
        )
      }
    >
      <SpaceBetween size="m">
        {roster.findings.map(({ finding, words, personIds }) => (
          <Alert key={finding + words} type="warning" header="To be put right">
            {words} {personIds.length > 0 && `(${personIds.map(nameOf).join(', ')})`}
          </Alert>
        ))}
        {roster.masters.length === 0 && (
          <Box color="text-body-secondary">
            Nobody supervises here yet: one master coach for 8 to 15 internal coaches.
          </Box>
        )}
        {roster.masters.map(({ personId, coaches, leads }) => (
          <div key={personId}>
            <Box variant="h3">{nameOf(personId)}, master coach</Box>
            <ul>
              {leads.map((lead) => (
                <li key={lead.personId}>
                  {nameOf(lead.personId)}, lead coach: {lead.coaches.map(nameOf).join(', ') || 'nobody yet'}
                </li>
              ))}
              {coaches.length > 0 && <li>{coaches.map(nameOf).join(', ')}</li>}
            </ul>
          </div>
        ))}
        {editing && <EditRoster roster={roster} onClose={() => setEditing(false)} nameOf={nameOf} />}
      </SpaceBetween>
    </Container>
  )
}

type EditProps = { roster: Roster; onClose: () => void; nameOf: (id: string) => string }

const EditRoster = ({ roster, onClose, nameOf }: EditProps) => {
  const { programId } = useProgram()
  const edit = useAct('editSupervisionRoster')
  const choices = useSupervisors()
  // Whoever stands in the roster can stay there.
  const withNamed = (options: Option[], ids: string[]): Option[] => [
    ...options,
    ...[...new Set(ids)]
      .filter((id) => !options.some(({ value }) => value === id))
      .map((id) => ({ value: id, label: nameOf(id) })),
  ]
  const supervisors = withNamed(choices.supervisors, guidesIn(roster))
  const coaches = withNamed(choices.coaches, coachesIn(roster))
  return (
    <FormDialog
      title="Who supervises whom"
      action="Save"
      formKey={`${supervisors.length} ${coaches.length}`}
      schema={rosterForm}
      hints={{
        masters: { label: 'Master coaches', noun: 'master coach' },
        'masters.personId': { label: 'Master coach', options: supervisors },
        'masters.coaches': { label: 'Coaches they supervise directly', options: coaches },
        'masters.leads': { label: 'Lead coaches under them', noun: 'lead coach' },
        'masters.leads.personId': { label: 'Lead coach', options: supervisors },
        'masters.leads.coaches': { label: 'Coaches they support', options: coaches },
      }}
      known={{ masters: roster.masters }}
      onSend={(body: Input<'editSupervisionRoster'>['body']) =>
        edit.mutateAsync({ path: { programId }, body, version: roster.version })
      }
      done="It is set who supervises whom."
      onClose={onClose}
    >
      Nobody twice, nobody over themselves, their manager or their direct report. Master and lead coaches need the role
      supervisor or coach lead.
    </FormDialog>
  )
}
