import type { Escalation } from '../words.ts'

/** Whom a matter goes to, and how many days they have (E8). */
const clocks: Record<Escalation['kind'], [goesTo: string, days: number]> = {
  operational: ['operations', 3],
  ethical: ['HR', 2],
  performance: ['HR', 5],
  strategic: ['steering', 7],
}

export const kinds = Object.keys(clocks) as Escalation['kind'][]

export const kindOptions = kinds.map((value) => {
  const [goesTo, days] = clocks[value]
  return {
    value,
    label: value.charAt(0).toUpperCase() + value.slice(1),
    description: `Goes to ${goesTo}, who answer within ${days} days.`,
  }
})
