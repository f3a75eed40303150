import { useAct } from '../api/queries.ts'
import { Confirm } from '../frame/confirm.tsx'
import { useTell } from '../frame/notices.tsx'
import type { Member } from './people-columns.tsx'
import { useProgram } from './use-program.tsx'

/** Takes somebody out of the program, with a reason. */
export const WithdrawPerson = ({ person, onClose }: { person: Member; onClose: () => void }) => {
  const { programId } = useProgram()
  const tell = useTell()
  const withdraw = useAct('withdrawPerson')
  const confirm = async (reason: string) => {
    await withdraw.mutateAsync({ path: { programId, personId: person.personId }, body: { reason } })
    tell(`${person.name} was withdrawn from the program.`)
  }
  return (
    <Confirm
      question={`Withdraw ${person.name}?`}
      action="Withdraw"
      reasonLabel="Why do they leave the program?"
      onConfirm={confirm}
      onClose={onClose}
    >
      {person.name} ({person.roles.join(', ')}) no longer counts in this program, and their open tasks are cancelled.
      Importing them again with a roster brings them back.
    </Confirm>
  )
}
