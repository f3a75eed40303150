import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { Answer } from '../api/client.ts'
import { objectiveWords, points } from './words.ts'

/** What a run of matching came to; `seconds` is how long it took, where that is known. */
export const RunOutcome = ({ run, seconds }: { run: Answer<'proposeMatches'>; seconds?: number }) => (
  <KeyValuePairs
    columns={2}
    items={[
      { label: 'Proposed', value: `${run.proposed} matches` },
      { label: 'Left waiting', value: String(run.unmatched.length) },
      { label: 'Total score', value: `${points(run.total)} points` },
      { label: 'Aim', value: objectiveWords[run.objective].label },
      {
        label: 'Proven best',
        value: run.optimal ? 'Yes: no other plan of this cohort is better' : 'No: a better plan may exist',
      },
      ...(seconds === undefined ? [] : [{ label: 'Took', value: `${seconds.toFixed(1)} seconds` }]),
    ]}
  />
)
