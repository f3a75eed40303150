import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useLeads } from '../use-leads.ts'
import { type Line, type Path, pathList, paths } from '../words.ts'
import { useCandidates } from './use-candidates.ts'

type OpenCandidacyProps = { path: Path; lines: Line[]; onClose: () => void }

/** Nominates somebody, or applies for oneself: path, person, why. */
export const OpenCandidacy = ({ path: shown, lines, onClose }: OpenCandidacyProps) => {
  const { programId, part } = useProgram()
  const leads = useLeads()
  const open = useAct('openCandidacy')
  const navigate = useNavigate()
  const offered = pathList.filter(([path, { service }]) => leads(path) || part.roles.includes(service))
  const [path, setPath] = useState<Path>(offered.some(([each]) => each === shown) ? shown : (offered[0]?.[0] ?? shown))
  const nominates = leads(path)
  const candidates = useCandidates(paths[path].service, lines, nominates)
  const send = async (body: Input<'openCandidacy'>['body']) => {
    const { candidacyId } = await open.mutateAsync({ path: { programId }, body: { ...body, path } })
    navigate(`/programs/${programId}/candidacies/${candidacyId}`)
  }
  const options = offered.map(([value, { title, noun }]) => ({ value, label: title, description: `Becomes ${noun}` }))
  const choice = (
    <FormField label="Path" description="A path has its own steps; the first is an application.">
      <Select
        selectedOption={options.find(({ value }) => value === path) ?? null}
        options={options}
        onChange={({ detail }) => setPath(detail.selectedOption.value as Path)}
      />
    </FormField>
  )
  if (nominates && candidates?.length === 0)
    return (
      <Modal visible header="Nominate somebody" onDismiss={onClose} closeAriaLabel="Close">
        <SpaceBetween size="l">
          {choice}
          <Alert>
            Everybody known here with the role {paths[path].service} has passed or is on the way. Somebody new first
            needs the role {paths[path].service} in the program; they can then apply, or be nominated.
          </Alert>
        </SpaceBetween>
      </Modal>
    )
  return (
    <FormDialog
      formKey={`${path} ${candidates?.length}`}
      title={nominates ? 'Nominate somebody' : 'Apply'}
      action={nominates ? 'Nominate' : 'Apply'}
      schema={{
        type: 'object',
        properties: {
          personId: { type: 'string' },
          ...(nominates && { why: { type: 'string', minLength: 3, maxLength: 2000 } }),
        },
        required: ['personId', ...(nominates ? ['why'] : [])],
      }}
      hints={{
        personId: nominates
          ? {
              label: 'Who',
              options: candidates ?? [],
              description: `People with the role ${paths[path].service} who have not passed and are not on the way.`,
            }
          : { fixed: 'me' },
        why: { label: 'Why do you nominate them?' },
      }}
      onSend={send}
      done={
        nominates
          ? 'Nominated. Their first task, the application, goes to them by mail.'
          : 'You have applied. Your first task, the application, comes by mail.'
      }
      onClose={onClose}
    >
      {choice}
    </FormDialog>
  )
}
