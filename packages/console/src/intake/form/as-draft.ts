import type { Input } from '../../api/client.ts'

type Draft = Input<'saveIntake'>['body']

/** Lists that may not be empty: they are left out of what is saved as far as it goes. */
const neverEmpty = ['triggers', 'targetBehaviours', 'languages']

/** What a form of the intake sends, as it is saved: without the lists that are empty and may not be. */
export const asDraft = (value: unknown): Draft =>
  Object.fromEntries(
    Object.entries(value as Draft).filter(
      ([name, answer]) => !(neverEmpty.includes(name) && Array.isArray(answer) && answer.length === 0),
    ),
  )
