import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { InWords } from '../../words/in-words.tsx'
import type { Candidacy } from '../words.ts'
import { withNames } from './with-names.ts'

type AnswerOf = Candidacy['answers'][number]['answer']

/** What was answered, as names and values; findings over rules with a sign each. */
export const AnswerView = ({ answer, nameOf }: { answer: AnswerOf; nameOf: (id: string) => string }) => {
  if (!('findings' in answer)) return <InWords value={withNames(answer, nameOf)} />
  const { findings, kind: _, ...rest } = answer
  return (
    <>
      <ul className="selection-cards">
        {findings.map(({ rule, met, note }) => (
          <li key={rule}>
            <StatusIndicator type={met ? 'success' : 'error'}>
              {rule} {met ? 'met' : 'not met'}: {note}
            </StatusIndicator>
          </li>
        ))}
      </ul>
      {Object.keys(rest).length > 0 && <InWords value={withNames(rest, nameOf)} />}
    </>
  )
}
