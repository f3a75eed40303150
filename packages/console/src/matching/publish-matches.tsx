import { useAct } from '../api/queries.ts'
import { Confirm } from '../frame/confirm.tsx'
import { useTell } from '../frame/notices.tsx'
import { useProgram } from '../program/use-program.tsx'
import { count } from '../words/figure.ts'
import type { Match } from './words.ts'

/** Publishes what is approved, after asking. */
export const PublishMatches = ({ approved, onClose }: { approved: Match[]; onClose: () => void }) => {
  const { programId } = useProgram()
  const publish = useAct('publishMatches')
  const tell = useTell()
  const confirm = async () => {
    const { published } = await publish.mutateAsync({ path: { programId }, body: {} })
    tell(`${count(published.length, 'match was', 'matches were')} published. Both people of each get a mail.`)
    if (published.length < approved.length)
      tell(
        `${count(approved.length - published.length, 'match was', 'matches were')} not published: the provider is no longer selected, or it was published already.`,
        'warning',
      )
  }
  return (
    <Confirm
      question={`Publish ${count(approved.length, 'match', 'matches')}?`}
      action="Publish"
      onConfirm={confirm}
      onClose={onClose}
    >
      Participants and their coaches or mentors are told by mail, and their engagements begin. A published match cannot
      be taken back, only reassigned.
    </Confirm>
  )
}
