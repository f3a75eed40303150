import Table from '@cloudscape-design/components/table'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import type { Candidacy } from '../words.ts'

/** Whom the candidate named as referees, and whether they answered. */
export const References = ({ of: references }: { of: Candidacy['references'] }) => {
  const { zone } = useProgram()
  return (
    <Table
      variant="embedded"
      wrapLines
      ariaLabels={{ tableLabel: 'References' }}
      items={references}
      columnDefinitions={[
        { id: 'name', header: 'Referee', isRowHeader: true, minWidth: 140, cell: ({ name }) => name },
        { id: 'organisation', header: 'Organisation', cell: ({ organisation }) => organisation },
        { id: 'relation', header: 'How they know the work', cell: ({ relation }) => relation },
        { id: 'asked', header: 'Asked', cell: ({ askedAt }) => moment(askedAt, zone) },
        {
          id: 'answered',
          header: 'Answered',
          cell: ({ answeredAt }) => (answeredAt ? moment(answeredAt, zone) : 'Not yet'),
        },
      ]}
    />
  )
}
