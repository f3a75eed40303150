import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Link from '@cloudscape-design/components/link'
import type { ReactNode } from 'react'
import { inWords } from '../form/words.ts'
import { calendarDay } from '../when/when.ts'

/** Anything that was answered, as names and values. */
export const InWords = ({ value }: { value: unknown }): ReactNode => {
  if (value === true) return 'Yes'
  if (value === false) return 'No'
  if (Array.isArray(value)) return <Entries of={value} />
  if (typeof value === 'object' && value !== null) {
    const items = Object.entries(value)
      .filter(([name]) => name !== 'kind')
      .map(([name, each]) => ({ label: inWords(name), value: <InWords value={each} /> }))
    return <KeyValuePairs columns={2} minColumnWidth={220} items={items} />
  }
  const text = String(value ?? '–')
  if (/^https:\/\//.test(text)) {
    return (
      <Link href={text} external>
        {text}
      </Link>
    )
  }
  return /^\d{4}-\d\d-\d\d$/.test(text) ? calendarDay(text) : text
}

const Entries = ({ of: entries }: { of: unknown[] }) => {
  if (entries.length === 0) return '–'
  if (entries.every((each) => typeof each !== 'object')) return entries.map(String).join(', ')
  return (
    <ol>
      {entries.map((each) => (
        <li key={JSON.stringify(each)}>
          <InWords value={each} />
        </li>
      ))}
    </ol>
  )
}
