import Box from '@cloudscape-design/components/box'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { RowOf } from '../api/queries.ts'

type Mail = RowOf<'listMails'>
export type MailStatusName = Mail['status']

const types: Record<MailStatusName, StatusIndicatorProps.Type> = {
  claimed: 'in-progress',
  sent: 'success',
  unknown: 'warning',
  refused: 'error',
}
const words: Record<MailStatusName, string> = {
  claimed: 'being sent',
  sent: 'sent',
  unknown: 'not known',
  refused: 'refused',
}
const explained: Partial<Record<MailStatusName, string>> = {
  unknown: 'It was handed over, but nothing came back. It is not sent again, so that nobody gets it twice.',
  refused: 'The mail service did not take it. Check the address.',
}

export const mailStatusInWords = (status: MailStatusName): string => words[status]

/** Whether a mail was sent, as sign and word, with what to make of it where it may not have been. */
export const MailStatus = ({ status, problem }: Pick<Mail, 'status' | 'problem'>) => (
  <>
    <StatusIndicator type={types[status]}>{words[status]}</StatusIndicator>
    {(problem || explained[status]) && (
      <Box variant="small" color="text-body-secondary" display="block">
        {[explained[status], problem].filter(Boolean).join(' ')}
      </Box>
    )}
  </>
)
