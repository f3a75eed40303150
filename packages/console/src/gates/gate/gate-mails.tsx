import { useRows } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { MailList } from '../mail-list.tsx'

/** The mails of a gate. */
export const GateMails = ({ gate }: { gate: string }) => {
  const { programId } = useProgram()
  const mails = useRows('listMails', { path: { programId }, query: { gate, limit: 100 } })
  return (
    <MailList
      title="Mails of this gate"
      from={mails}
      file={`${gate}-mails`}
      empty="No mail was sent for this gate yet."
      withGate={false}
    />
  )
}
