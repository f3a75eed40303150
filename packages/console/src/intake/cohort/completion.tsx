import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import type { Answer } from '../../api/client.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { percent } from '../../words/figure.ts'
import { statuses, statusInWords } from '../intake-status.tsx'
import type { Line } from './cohort-columns.tsx'

type CompletionProps = {
  completion: Answer<'listIntakes'>['completion'] | undefined
  rows: Line[] | undefined
  complete: boolean
}

/** How many of the cohort have handed in, and how many stand where. */
export const CohortCompletion = ({ completion, rows = [], complete }: CompletionProps) => {
  if (!completion) return null
  const { submitted, participants } = completion
  const share = participants > 0 ? submitted / participants : 0
  const notInvited = participants - rows.length
  const those = (status: Line['status']) => {
    const number = rows.filter((row) => row.status === status).length
    return number === 0 ? (
      '0'
    ) : (
      <LinkTo href={`?status=${encodeURIComponent(status)}`} ariaLabel={`${number} ${statusInWords(status)}`}>
        {number}
      </LinkTo>
    )
  }
  return (
    <Container>
      <ColumnLayout columns={2}>
        <ProgressBar
          value={share * 100}
          label="Handed in"
          description="The gate of the intake passes at 90 % of the active participants, unless the program says otherwise."
          additionalInfo={
            participants > 0
              ? `${submitted} of ${participants} participants (${percent(share)})`
              : 'No participants yet'
          }
        />
        <KeyValuePairs
          columns={4}
          minColumnWidth={90}
          items={[
            ...statuses.map((status) => ({ label: statusInWords(status), value: those(status) })),
            ...(complete && notInvited > 0 ? [{ label: 'Not invited yet', value: notInvited }] : []),
          ]}
        />
      </ColumnLayout>
    </Container>
  )
}
