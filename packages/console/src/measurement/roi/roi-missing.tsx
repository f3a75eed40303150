import Alert from '@cloudscape-design/components/alert'
import type { Answer } from '../../api/client.ts'

/** Benefits that count nothing, and what they lack. */
export const Missing = ({ missing }: { missing: Answer<'getRoi'>['result']['missing'] }) => (
  <Alert type="info" header="Not counted">
    <ul>
      {missing.map(({ rule, words, lacks }) => (
        <li key={rule}>
          {words}: {lacks}
        </li>
      ))}
    </ul>
  </Alert>
)
