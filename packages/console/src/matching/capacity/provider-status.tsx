import { useAct } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { count } from '../../words/figure.ts'
import type { Provider } from '../words.ts'

/** What can be done with a provider of a status. */
export const changeOf: Record<Provider['status'], string> = {
  selected: 'Suspend',
  suspended: 'Reinstate',
  'not selected': 'Admit',
}

/** Suspends a provider in this program, or admits them to its matching (again), with a reason. */
export const ProviderStatus = ({ provider, onClose }: { provider: Provider; onClose: () => void }) => {
  const { programId } = useProgram()
  const change = useAct('changeProviderStatus')
  const tell = useTell()
  const { name, personId, service, taken } = provider
  const suspending = provider.status === 'selected'
  const action = changeOf[provider.status]
  const confirm = async (reason: string) => {
    const status = suspending ? 'suspended' : 'selected'
    await change.mutateAsync({ path: { programId, personId }, body: { status, reason } })
    tell(`${name} is ${status}.`)
  }
  return (
    <Confirm question={`${action} ${name}?`} action={action} reasonLabel="Reason" onConfirm={confirm} onClose={onClose}>
      {suspending
        ? `${name} gets no new match in this program. Open proposals with them are withdrawn; published matches go on (${count(taken, 'place is', 'places are')} taken now).`
        : `${name} can be matched in this program again, as long as their credential as ${service} is valid.`}
    </Confirm>
  )
}
