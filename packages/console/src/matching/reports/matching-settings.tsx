import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useState } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAct, useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { type Objective, objectiveWords } from '../words.ts'
import { WeightsTable } from './weights-table.tsx'

type Settings = Answer<'getMatchingSettings'>

/** The weights, the aim and who chooses; changed by who may configure matching. */
export const MatchingSettings = () => {
  const { programId } = useProgram()
  const { data, error, refetch } = useRead('getMatchingSettings', { path: { programId } })
  if (error && !data) return <Trouble error={error} what="The settings" again={refetch} />
  if (!data) return <Loading what="the settings" />
  // What somebody else saved meanwhile is shown, not overwritten.
  return <SettingsForm key={data.version} settings={data} />
}

const SettingsForm = ({ settings }: { settings: Settings }) => {
  const { programId, may } = useProgram()
  const edit = useAct('editMatchingSettings')
  const tell = useTell()
  const [profiles, setProfiles] = useState(settings.profiles)
  const [objective, setObjective] = useState(settings.objective)
  const [rankedChoice, setRankedChoice] = useState(settings.rankedChoice)
  const readOnly = !may('configure matching')
  const sums = Object.values(profiles).map((profile) => Object.values(profile).reduce((sum, weight) => sum + weight, 0))
  const whole = sums.every((sum) => Math.abs(sum - 100) < 1e-9)
  const save = async () => {
    const body = { profiles, objective, rankedChoice }
    const saved = await edit
      .mutateAsync({ path: { programId }, version: settings.version, body })
      .catch(() => undefined)
    if (saved) tell('The settings were saved. Weights count from the next run on.')
  }
  return (
    <Container
      header={
        <Header variant="h2" description="Weights count from the next run on; every change is on the record.">
          Weights and settings
        </Header>
      }
      footer={
        !readOnly && (
          <Button variant="primary" loading={edit.isPending} loadingText="Saving" disabled={!whole} onClick={save}>
            Save the settings
          </Button>
        )
      }
    >
      <SpaceBetween size="l">
        <WeightsTable profiles={profiles} onChange={readOnly ? undefined : setProfiles} />
        {!whole && (
          <Box color="text-status-error">The weights of each column must add up to 100 before they can be saved.</Box>
        )}
        <FormField label="What counts most in a run">
          <RadioGroup
            value={objective}
            readOnly={readOnly}
            onChange={({ detail }) => setObjective(detail.value as Objective)}
            items={Object.entries(objectiveWords).map(([value, words]) => ({ value, ...words }))}
          />
        </FormField>
        <Toggle
          checked={rankedChoice}
          readOnly={readOnly}
          onChange={({ detail }) => setRankedChoice(detail.checked)}
          description="They are asked by mail to pick one of up to three; a person still approves every match."
        >
          Participants choose before the approval
        </Toggle>
        {edit.error && <Trouble error={edit.error} what="Saving the settings" />}
      </SpaceBetween>
    </Container>
  )
}
