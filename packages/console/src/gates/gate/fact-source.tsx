import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import type { Condition } from './gate.ts'

type NameOf = (id: string) => string
const most = 4

/** Who said it or counted it, and when: `Stated by Kavya Kowalski on Sun 3 Jan 2027, 19:00 (Europe/Berlin)`. */
export const sourceInWords = ({ source }: Pick<Condition, 'source'>, nameOf: NameOf, zone: string): string => {
  if (!source) return 'nobody has stated it yet'
  const names = source.by.slice(0, most).map(nameOf).join(', ')
  const more = source.by.length > most ? ` and ${source.by.length - most} more` : ''
  const who = source.how === 'computed' ? 'Counted by Pilotgate' : `Stated by ${names}${more}`
  return `${who} on ${moment(source.at, zone)}`
}

/** Where the value of a fact comes from, and what people stated differently. */
export const FactSource = ({ condition, nameOf }: { condition: Condition; nameOf: NameOf }) => {
  const { zone } = useProgram()
  const { source, contradiction } = condition
  return (
    <>
      <div>{sourceInWords(condition, nameOf, zone)}</div>
      {source?.note && (
        <Box variant="small" color="text-body-secondary">
          {source.note}
        </Box>
      )}
      {contradiction && <StatusIndicator type="warning">But {contradiction}</StatusIndicator>}
    </>
  )
}
