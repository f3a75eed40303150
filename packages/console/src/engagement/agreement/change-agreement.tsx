import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import type { Schema } from '../../form/schema.ts'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { form, text } from '../schemas.ts'
import type { Agreement } from '../words.ts'
import { type ClauseName, clauseTitle, inOrder } from './clause-order.ts'

type Body = Input<'changeAgreement'>['body']

const days = (title: string, minimum: number): Schema => ({ type: 'integer', title, minimum, maximum: 120 })
const meets = form({
  everyDays: days('Days between sessions', 1),
  minutes: { type: 'integer', title: 'Minutes of a session', minimum: 15, maximum: 240 },
  sessions: { type: 'integer', title: 'Sessions planned in all', minimum: 1, maximum: 60 },
  reviewEveryDays: days('Days between reviews', 7),
})

/** Changes clauses of the working agreement, or how the two meet: a new version that both sign. */
export const ChangeAgreement = ({ agreement }: { agreement: Agreement }) => {
  const { engagement, path } = usePair()
  const change = useAct('changeAgreement')
  const { cadence } = engagement
  if (!cadence) return null
  const clause = (name: ClauseName): Schema => ({
    type: 'string',
    title: clauseTitle(name),
    minLength: 1,
    maxLength: 4000,
  })
  const names = inOrder(agreement.clauses).map(([name]) => name)
  const known = { clauses: agreement.clauses, cadence }
  return (
    <FormButton
      text="Change the agreement"
      action="Make the new version"
      schema={form({
        change: text('Why it changes', 2000, 'The other one reads it before signing.'),
        cadence: { ...meets, title: 'How you meet' },
        clauses: { ...form(Object.fromEntries(names.map((name) => [name, clause(name)]))), title: 'Clauses' },
      })}
      known={known}
      onSend={(entered: Required<Body>) =>
        change.mutateAsync({
          path,
          body: {
            change: entered.change,
            clauses: changed(entered.clauses, agreement.clauses),
            cadence: changed(entered.cadence, cadence),
          },
        })
      }
      done="The new version is made. It holds once both of you have signed it."
    >
      What you change makes a new version, which both of you sign. How you meet changes at once, and its clause with it.
    </FormButton>
  )
}

/** What differs from what was known. */
const changed = <T extends object>(entered: T, known: object): T =>
  Object.fromEntries(
    Object.entries(entered).filter(([name, value]) => value !== (known as Record<string, unknown>)[name]),
  ) as T
