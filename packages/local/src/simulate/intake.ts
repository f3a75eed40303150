import { consentTextVersion } from '@pilotgate/core/intake/consent'
import { Refused } from '../seed/client.ts'
import { sampleRows } from '../seed/sample-company.ts'
import type { News } from './inbox.ts'
import { consentOf, intakeOf } from './intake-answers.ts'
import { habitOf } from './people.ts'
import type { Plan, World } from './world.ts'

const week = 7 * 24 * 60 * 60 * 1000

/** A mail about the intake makes its reader fill it in, or correct it, when their habit has it. */
export const planIntake = (world: World, { email, kind, at }: News): Plan[] => {
  const person = sampleRows().find((row) => row.email === email)!
  // Each reminder is a new chance.
  const delay = habitOf(person, world.chance).delay(`${kind} ${Math.floor(at / week)}`)
  if (delay === undefined) {
    world.fate.ignored += 1
    return []
  }
  return [{ at: at + delay, what: `${email} answers ${kind}`, act: () => answerIntake(world, email) }]
}

/** Consents, saves the answers and submits. Looks first how far it got, for it may have been broken off. */
const answerIntake = async ({ programId, chance, fate, signIn }: World, email: string) => {
  const person = sampleRows().find((row) => row.email === email)!
  const client = await signIn(email)
  const path = { programId, personId: 'me' }
  try {
    const intake = await client('getIntake', { path })
    if (intake.status === 'submitted') return
    const corrected = intake.problems.length > 0
    const choices = consentOf(person, chance)
    if (!corrected) await client('changeConsent', { path, body: { textVersion: consentTextVersion, choices } })
    const body = intakeOf(person, chance, { corrected })
    await client('saveIntake', { path, body, headers: { 'if-match': `"${intake.version}"` } })
    await client('submitIntake', { path })
    fate.answered += 1
  } catch (error) {
    // Too late: the person has left, or the program is over.
    if (!(error instanceof Refused) || !['NotPossibleNow', 'NotFound'].includes(error.problem.code)) throw error
    fate.tooLate += 1
  }
}
