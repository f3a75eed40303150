import type { ReactNode } from 'react'
import type { RowOf, Rows } from '../api/queries.ts'
import { type Column, List } from '../list/list.tsx'
import { useProgram } from '../program/use-program.tsx'
import { localMoment } from '../when/when.ts'
import { MailStatus, mailStatusInWords } from './mail-status.tsx'

type Mail = RowOf<'listMails'>
type MailListProps = {
  title: string
  about?: ReactNode
  from: Rows<Mail>
  file: string
  empty: string
  narrow?: ReactNode
  withGate?: boolean
}

/** Mails with whom they went to, and whether they were sent. */
export const MailList = ({ title, about, from, file, empty, narrow, withGate = true }: MailListProps) => {
  const { zone } = useProgram()
  const columns: Column<Mail>[] = [
    {
      id: 'when',
      header: `When (${zone})`,
      minWidth: 150,
      value: ({ sentAt, claimedAt }) => sentAt ?? claimedAt,
      cell: ({ sentAt, claimedAt }) => localMoment(sentAt ?? claimedAt, zone),
    },
    { id: 'to', header: 'To', minWidth: 180, value: ({ to }) => to },
    { id: 'subject', header: 'Subject', rowHeader: true, minWidth: 200, value: ({ subject }) => subject },
    {
      id: 'status',
      header: 'Status',
      minWidth: 140,
      value: ({ status }) => mailStatusInWords(status),
      cell: (mail) => <MailStatus {...mail} />,
    },
    { id: 'kind', header: 'Kind', minWidth: 110, value: ({ kind }) => kind.replaceAll('-', ' ') },
    ...(withGate ? [{ id: 'gate', header: 'For', minWidth: 75, value: ({ gate }: Mail) => gate }] : []),
  ]
  return (
    <List
      title={title}
      about={about}
      from={from}
      noun={{ one: 'mail', many: 'mails' }}
      id={({ mailId }) => mailId}
      columns={columns}
      sortedBy={{ id: 'when', descending: true }}
      empty={{ text: empty }}
      file={file}
      narrow={narrow}
    />
  )
}
