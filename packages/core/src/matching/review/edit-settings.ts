import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { MatchingSettingsRecord } from '../match-record.ts'
import { type ProfileName, profileNames, signals, weights } from '../weights.ts'
import { loadSettings } from './load-matching.ts'

export type SettingsEdit = {
  profiles?: Record<string, Record<string, number>>
  objective?: MatchingSettingsRecord['objective']
  rankedChoice?: boolean
}

/**
 * Changes how a program matches: weight profiles (M1–M3), objective (M5), ranked choice (M6). Audited by an event that names the
 * fields. Open proposals keep their scores until the next run.
 * @param expected the version that was read (0 as long as nobody changed anything)
 * @throws DomainError `StaleVersion`, `InvalidInput` naming each field, `NotPossibleNow` (program over)
 */
export const editMatchingSettings = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  expected: number,
  edit: SettingsEdit,
): Promise<MatchingSettingsRecord> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  await loadOpenProgram(store, scope.tenantId, scope.scope)
  const problems = Object.entries(edit.profiles ?? {}).flatMap(([name, profile]) => profileProblems(name, profile))
  if (problems.length > 0) throw new DomainError('InvalidInput', 'The settings cannot be like this.', { problems })
  const known = await loadSettings(store, scope)
  if (known.version !== expected) {
    throw new DomainError(
      'StaleVersion',
      `The settings are at version ${known.version} now. Read them again, then repeat the change.`,
    )
  }
  const record: MatchingSettingsRecord = {
    ...known,
    ...(edit.objective && { objective: edit.objective }),
    ...(edit.rankedChoice !== undefined && { rankedChoice: edit.rankedChoice }),
    profiles: { ...known.profiles, ...edit.profiles },
  }
  const fields = Object.entries(edit).flatMap(([field, value]) =>
    field === 'profiles' ? Object.keys(value as object).map((name) => `profiles.${name}`) : [field],
  )
  await store.commit(
    [{ kind: 'matchingSettings', record, expect: expected }],
    [{ type: 'matching.settings-changed', tenantId: actor.tenantId, programId, at: now, by: actor.personId, fields }],
  )
  return { ...record, version: expected + 1 }
}

const profileProblems = (name: string, profile: Record<string, number>): FieldProblem[] => {
  const field = `profiles.${name}`
  if (!profileNames.includes(name as ProfileName)) {
    return [{ field, problem: `There is no such profile. Profiles are: ${profileNames.join(', ')}.` }]
  }
  const wrong = Object.entries(profile).flatMap(([signal, weight]) => {
    if (!signals.includes(signal as never)) {
      return [{ field: `${field}.${signal}`, problem: `There is no such signal. Signals are: ${signals.join(', ')}.` }]
    }
    if (Number.isFinite(weight) && weight >= 0) return []
    return [{ field: `${field}.${signal}`, problem: 'Must be a number that is not negative.' }]
  })
  const missing = signals
    .filter((signal) => !(signal in profile))
    .map((signal) => ({ field: `${field}.${signal}`, problem: 'Is missing. Give 0 to leave the signal out.' }))
  if (wrong.length + missing.length > 0) return [...wrong, ...missing]
  if (weights.safeParse(profile).success) return []
  const sum = signals.reduce((total, signal) => total + profile[signal]!, 0)
  return [{ field, problem: `The weights add up to ${Number(sum.toFixed(6))}; they must add up to 100.` }]
}
