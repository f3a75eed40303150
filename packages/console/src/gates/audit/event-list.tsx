import Select from '@cloudscape-design/components/select'
import { useSearchParams } from 'react-router'
import type { Rows } from '../../api/queries.ts'
import { type Column, List } from '../../list/list.tsx'
import { localMoment } from '../../when/when.ts'
import type { AuditLine, Reader } from './details.ts'
import { EventDetails } from './event-details.tsx'
import { groupOf } from './event-groups.ts'
import { eventInWords } from './event-in-words.ts'
import { LinkedSentence, type Thing } from './linked-sentence.tsx'

type EventListProps = {
  from: Rows<AuditLine>
  reader: Reader
  /** What the events may be about: `?about=` shows one of these groups only. */
  groups: string[]
  /** What an event is about that has a page of its own. */
  thingOf?: (line: AuditLine) => Thing | undefined
  /** What to say when nothing happened at all. */
  empty: string
}

/** What happened, newest first: of a program, or of the organisation. */
export const EventList = ({ from, reader, groups, thingOf, empty }: EventListProps) => {
  const { nameOf, zone } = reader
  const [search, setSearch] = useSearchParams()
  const about = search.get('about') ?? ''
  const words = (line: AuditLine) => eventInWords(line, reader)
  const options = [{ value: '', label: 'About everything' }, ...groups.map((value) => ({ value, label: value }))]
  const columns: Column<AuditLine>[] = [
    {
      id: 'when',
      header: `When (${zone})`,
      minWidth: 180,
      value: ({ at }) => at,
      cell: ({ at }) => localMoment(at, zone),
    },
    {
      id: 'what',
      header: 'What happened',
      rowHeader: true,
      minWidth: 300,
      value: words,
      cell: (line) => <LinkedSentence words={words(line)} thing={thingOf?.(line)} />,
    },
    {
      id: 'who',
      header: 'Who',
      minWidth: 150,
      value: ({ by }) => (by ? nameOf(by) : 'known to those concerned'),
    },
    { id: 'about', header: 'About', minWidth: 140, value: ({ type }) => groupOf(type) },
    {
      id: 'details',
      header: 'On record',
      minWidth: 220,
      value: ({ type, details }) => `${type} ${JSON.stringify(details)}`,
      cell: (line) => <EventDetails line={line} sentence={words(line)} zone={zone} />,
    },
  ]
  return (
    <List
      title="Events"
      from={about ? { ...from, rows: from.rows?.filter(({ type }) => groupOf(type) === about) } : from}
      noun={{ one: 'event', many: 'events' }}
      id={({ eventId }) => eventId}
      columns={columns}
      sortedBy={{ id: 'when', descending: true }}
      empty={{ text: about ? 'Nothing of this kind is among these events.' : empty }}
      file="audit"
      narrow={
        <Select
          ariaLabel="What it is about"
          options={options}
          selectedOption={options.find(({ value }) => value === about) ?? options[0]!}
          onChange={({ detail }) =>
            setSearch(detail.selectedOption.value ? { about: detail.selectedOption.value } : {})
          }
        />
      }
    />
  )
}
