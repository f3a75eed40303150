import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Edits } from './settings-edits.ts'
import { type Profile, sumOf } from './settings-matching-values.ts'
import { problemOf } from './settings-save.tsx'

const profileWords: Record<string, { title: string; about: string }> = {
  default: { title: 'Usual weights', about: 'For every match without a trigger of its own.' },
  promotion: { title: 'Career transition', about: 'Where promotion is the aim: sponsorship leads.' },
  behaviour: { title: 'Behaviour change', about: 'Where behaviour is to change: goals lead.' },
}
const signalWords: Record<string, string> = {
  skills: 'Skills',
  goals: 'Goals and business KPI',
  sponsorship: 'Sponsorship',
  availability: 'Availability',
  success: 'Success so far',
}

type WeightProps = { profiles: Profile[]; edits: Edits; error: Error | null }

/** The weights of every profile, with what they add up to. */
export const WeightSettings = ({ profiles, edits: { values, change }, error }: WeightProps) => (
  <ColumnLayout columns={3}>
    {profiles.map((profile) => (
      <SpaceBetween key={profile.name} size="s">
        <div>
          <Box variant="h3">{profileWords[profile.name]?.title ?? profile.name}</Box>
          <Box color="text-body-secondary">{profileWords[profile.name]?.about}</Box>
        </div>
        {profile.signals.map((signal) => {
          const field = `${profile.name}.${signal}`
          return (
            <FormField
              key={signal}
              label={signalWords[signal] ?? signal}
              errorText={problemOf(error, `profiles.${field}`)}
            >
              <Input
                type="number"
                inputMode="decimal"
                value={values[field] ?? ''}
                onChange={({ detail }) => change(field, detail.value)}
              />
            </FormField>
          )
        })}
        <Sum sum={sumOf(values, profile)} />
      </SpaceBetween>
    ))}
  </ColumnLayout>
)

const Sum = ({ sum }: { sum: number | undefined }) => (
  <div aria-live="polite">
    <StatusIndicator type={sum === 100 ? 'success' : 'warning'}>
      {sum === undefined ? 'Each weight must be a number from 0.' : `Sum ${sum}${sum === 100 ? '' : ', must be 100'}`}
    </StatusIndicator>
  </div>
)
