import type { RosterRow } from '@pilotgate/core/intake/roster'
import type { Chance } from './chance.ts'

const hour = 60 * 60 * 1000

/** How a simulated person deals with mail: how long they take, and what they never answer. */
export type Habit = { name: 'prompt' | 'late' | 'absent'; delay: (taskId: string) => number | undefined }

/**
 * Gives everyone a habit. Most answer within two days; one in eight is late and now and then misses the check; one in twenty is
 * often absent. Whoever answers alone for the program (owner, lead, legal, committee …) is prompt.
 */
export const habitOf = (person: RosterRow, chance: Chance): Habit => {
  const many = person.roles.some((role) => ['participant', 'coach', 'mentor', 'manager'].includes(role))
  const draw = many ? chance('habit', person.email) : 1
  if (draw < 0.05) {
    return { name: 'absent', delay: (task) => (chance('absent', task) < 0.7 ? undefined : 40 * hour) }
  }
  if (draw < 0.175) return { name: 'late', delay: (task) => (60 + chance('late', task) * 60) * hour }
  return { name: 'prompt', delay: (task) => (2 + chance('prompt', task) * 44) * hour }
}
