import type { RosterRow } from '@pilotgate/core/intake/roster'
import type { Chance } from './chance.ts'

const hour = 60 * 60 * 1000

/** How a simulated person deals with mail: how long they take, and what they never answer. */
export type Habit = { name: 'prompt' | 'late' | 'absent'; delay: (subject: string) => number | undefined }

/**
 * Gives everyone a habit. Most answer within two days; one in eight is late and now and then misses the check; one in twenty is
 * often absent. Whoever answers alone for the program (owner, lead, legal, committee …) is prompt.
 */
export const habitOf = (person: RosterRow, chance: Chance): Habit => {
  const many = person.roles.some((role) => ['participant', 'coach', 'mentor', 'manager'].includes(role))
  const draw = many ? chance('habit', person.email) : 1
  const luck = (what: string, subject: string) => chance(what, person.email, subject)
  if (draw < 0.05) {
    return { name: 'absent', delay: (subject) => (luck('absent', subject) < 0.7 ? undefined : 40 * hour) }
  }
  if (draw < 0.175) return { name: 'late', delay: (subject) => (60 + luck('late', subject) * 60) * hour }
  return { name: 'prompt', delay: (subject) => (2 + luck('prompt', subject) * 44) * hour }
}

/** What a task is about, `W06.1.session-attendance`: its id without the person's, which is new in every run. */
export const subjectOf = (taskId: string): string => taskId.slice(0, taskId.lastIndexOf('.'))
