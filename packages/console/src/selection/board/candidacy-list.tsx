import type { ReactNode } from 'react'
import type { Rows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf, moment } from '../../when/when.ts'
import { CandidacyStatus } from '../status.tsx'
import { type Line, type Path, paths, statusWords, stepWords } from '../words.ts'
import { type SelectionTask, taskWords } from './waiting-for.ts'

type CandidacyListProps = { path: Path; from: Rows<Line>; tasks: SelectionTask[]; nominate: ReactNode }

/** The candidacies of a path as a list. */
export const CandidacyList = ({ path, from, tasks, nominate }: CandidacyListProps) => {
  const { programId, zone } = useProgram()
  const first = (line: Line) => line.at[0]
  return (
    <List
      title={`${paths[path].title}: candidacies`}
      from={from}
      noun={{ one: 'candidacy', many: 'candidacies' }}
      id={({ candidacyId }) => candidacyId}
      file={`candidacies-${path}`}
      empty={{ text: 'Nobody applied or was nominated here yet.', action: nominate }}
      columns={[
        {
          id: 'name',
          header: 'Name',
          rowHeader: true,
          minWidth: 140,
          value: ({ name }) => name,
          cell: ({ name, candidacyId }) => (
            <LinkTo href={`/programs/${programId}/candidacies/${candidacyId}`}>{name}</LinkTo>
          ),
        },
        {
          id: 'status',
          header: 'Status',
          minWidth: 120,
          value: ({ status }) => statusWords[status],
          cell: ({ status }) => <CandidacyStatus status={status} />,
        },
        {
          id: 'step',
          header: 'Step',
          minWidth: 140,
          value: ({ at }) =>
            at
              .map(
                ({ step, title, status }) =>
                  `${stepWords(path, step, title)}${status === 'on hold' ? ' (on hold)' : ''}`,
              )
              .join(', '),
        },
        {
          id: 'waits',
          header: 'Waits for',
          minWidth: 200,
          value: ({ at, candidacyId, reasons }) => {
            const asked = tasks.filter(({ selection }) => selection.candidacyId === candidacyId).map(taskWords)
            const missing = at.flatMap((each) => (each.status === 'on hold' ? (each.missing ?? []) : []))
            return [...new Set([...asked, ...missing, ...(reasons ?? [])])].join('; ')
          },
        },
        {
          id: 'due',
          header: `Due (${zone})`,
          minWidth: 140,
          value: (line) => first(line)?.until ?? first(line)?.dueAt,
          cell: (line) => {
            const at = first(line)
            if (!at) return '–'
            return at.status === 'on hold' && at.until
              ? `On hold until ${dayOf(at.until, zone)}`
              : moment(at.dueAt, zone)
          },
        },
        {
          id: 'opened',
          header: 'Since',
          minWidth: 120,
          value: ({ openedAt }) => openedAt,
          cell: ({ openedAt }) => dayOf(openedAt, zone),
        },
        {
          id: 'closed',
          header: 'Over on',
          minWidth: 120,
          value: ({ closedAt }) => closedAt,
          cell: ({ closedAt }) => (closedAt ? dayOf(closedAt, zone) : '–'),
        },
      ]}
    />
  )
}
