import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useEffect } from 'react'
import type { Answer } from '../api/client.ts'
import { useAct } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { useTell } from '../frame/notices.tsx'
import { useEdits } from './settings-edits.ts'
import { profilesOf, type Settings, savedOf, sumOf } from './settings-matching-values.ts'
import type { Report } from './settings-program.tsx'
import { problemOf, SettingsSave } from './settings-save.tsx'
import { WeightSettings } from './settings-weights.tsx'
import { useProgram } from './use-program.tsx'

type Objective = Answer<'getMatchingSettings'>['objective']

const objectives: { value: Objective; label: string; description: string }[] = [
  { value: 'best-score', label: 'Best scores', description: 'The highest sum of scores over the whole cohort.' },
  {
    value: 'most-matched',
    label: 'Most people matched',
    description: 'First as many matches as possible, then their scores.',
  },
]

/** How the program matches: what counts how much, what is aimed at, and whether participants choose among proposals. */
export const MatchingSettings = ({ settings, onDirty }: { settings: Settings; onDirty: Report }) => {
  const { programId } = useProgram()
  const edits = useEdits(savedOf(settings))
  const { values, change, dirty } = edits
  const act = useAct('editMatchingSettings')
  const tell = useTell()
  useEffect(() => onDirty('matching', dirty), [onDirty, dirty])
  const profiles = profilesOf(settings)
  const unbalanced = profiles.filter((profile) => sumOf(values, profile) !== 100)
  const save = async () => {
    const changed = profiles.filter(({ signals, name }) =>
      signals.some((signal) => values[`${name}.${signal}`] !== savedOf(settings)[`${name}.${signal}`]),
    )
    const weights = changed.map(({ name, signals }) => [
      name,
      Object.fromEntries(signals.map((signal) => [signal, Number(values[`${name}.${signal}`])])),
    ])
    const body = {
      ...(changed.length > 0 && { profiles: Object.fromEntries(weights) as Record<string, Record<string, number>> }),
      objective: values.objective as Objective,
      rankedChoice: values.rankedChoice === 'yes',
    }
    await act.mutateAsync({ path: { programId }, version: settings.version, body })
    edits.forget()
    tell('The settings of matching are saved. What is proposed already keeps its scores until the next run.')
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="What is proposed already keeps its scores until the next run."
          actions={<LinkTo href={`/programs/${programId}/matching/reports`}>Weights that overrides suggest</LinkTo>}
        >
          Matching
        </Header>
      }
    >
      <SpaceBetween size="l">
        <WeightSettings profiles={profiles} edits={edits} error={act.error} />
        <FormField label="Aim of a run" errorText={problemOf(act.error, 'objective')}>
          <RadioGroup
            items={objectives}
            value={values.objective ?? null}
            onChange={({ detail }) => change('objective', detail.value)}
          />
        </FormField>
        <Toggle
          checked={values.rankedChoice === 'yes'}
          description="Participants rank several proposals before one is approved."
          onChange={({ detail }) => change('rankedChoice', detail.checked ? 'yes' : 'no')}
        >
          Ranked choice
        </Toggle>
        <SettingsSave
          edits={edits}
          what="the settings of matching"
          problem={
            unbalanced.length > 0 ? 'The weights of each profile must be numbers that add up to 100.' : undefined
          }
          error={act.error}
          busy={act.isPending}
          onSave={() => void save().catch(() => {})}
          onReset={act.reset}
        />
      </SpaceBetween>
    </Container>
  )
}
