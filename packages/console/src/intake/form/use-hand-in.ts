import { useRef } from 'react'
import { Refused } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import type { Intake } from '../words.ts'
import { asDraft } from './as-draft.ts'

/** Saves and hands in an intake; both answer with the intake as it is then. */
export const useHandIn = (intake: Intake) => {
  const { programId } = useProgram()
  const path = { programId, personId: intake.personId }
  const save = useAct('saveIntake')
  const submit = useAct('submitIntake')
  // Not that of what is read meanwhile: a change by somebody else must not be overwritten unseen.
  const version = useRef(intake.version)
  const saveAnswers = async (value: unknown): Promise<Intake> => {
    const saved = await save.mutateAsync({ path, version: version.current, body: asDraft(value) })
    version.current = saved.version
    return saved
  }
  return {
    save: saveAnswers,
    /** @throws Refused with what the goals lack, when it is sent back */
    handIn: async (value: unknown): Promise<Intake> => {
      await saveAnswers(value)
      const handedIn = await submit.mutateAsync({ path })
      version.current = handedIn.version
      if (handedIn.status !== 'sent back') return handedIn
      throw new Refused(422, {
        code: 'InvalidInput',
        detail: 'Some goals cannot be measured yet.',
        problems: handedIn.problems,
      })
    },
  }
}
