import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { inWords } from '../../form/words.ts'
import { moment } from '../../when/when.ts'
import type { AuditLine } from './details.ts'

type Value = AuditLine['details'][string]

/** All that is on record of an event: ids, states, days and counts. */
export const EventDetails = ({ line, sentence, zone }: { line: AuditLine; sentence: string; zone: string }) => {
  const said = (value: Value): string => {
    if (Array.isArray(value)) return value.join(', ') || '–'
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? moment(value, zone) : String(value)
  }
  const entries = [['type', line.type], ...Object.entries(line.details), ['eventId', line.eventId]] as [string, Value][]
  return (
    <ExpandableSection headerText="Details" variant="inline" headerAriaLabel={`Details: ${sentence}`}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <strong>{inWords(name)}</strong>: {said(value)}
        </div>
      ))}
    </ExpandableSection>
  )
}
