import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { points, profileWords, type Score, signalWords } from '../words.ts'

type Profiles = Answer<'getMatchingSettings'>['profiles']
type Profile = Score['profile']
type Signal = keyof typeof signalWords

const profileNames = Object.keys(profileWords) as Profile[]
const signals = Object.keys(signalWords) as Signal[]

type WeightsTableProps = { profiles: Profiles; onChange: ((profiles: Profiles) => void) | undefined }

/** How much each signal counts, for each set of weights; 100 in all. */
export const WeightsTable = ({ profiles, onChange }: WeightsTableProps) => (
  <ColumnLayout columns={profileNames.length} variant="text-grid">
    {profileNames.map((profile) => (
      <SpaceBetween key={profile} size="s">
        <Box variant="h3" padding="n">
          {profileWords[profile]}
        </Box>
        {signals.map((signal) => (
          <FormField key={signal} label={signalWords[signal]}>
            <Input
              type="number"
              inputMode="decimal"
              value={String(profiles[profile][signal])}
              readOnly={!onChange}
              ariaLabel={`${signalWords[signal]}, ${profileWords[profile]}`}
              onChange={({ detail }) =>
                onChange?.({
                  ...profiles,
                  [profile]: { ...profiles[profile], [signal]: Math.max(0, Number(detail.value)) },
                })
              }
            />
          </FormField>
        ))}
        <Box variant="strong">
          Together {points(signals.reduce((sum, signal) => sum + profiles[profile][signal], 0))} of 100
        </Box>
      </SpaceBetween>
    ))}
  </ColumnLayout>
)
