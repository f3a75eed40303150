import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { personId } from '../forms/field.ts'

/** Who supervises whom: master coaches, their lead coaches, and coaches under either (Q1). */
export const rosterInput = z.strictObject({
  masters: z
    .array(
      z.strictObject({
        personId,
        /** Lead coaches, each with the coaches they support. */
        leads: z.array(z.strictObject({ personId, coaches: z.array(personId).max(100) })).max(30),
        /** Coaches that the master coach supervises directly. */
        coaches: z.array(personId).max(100),
      }),
    )
    .max(50),
})
export type RosterInput = z.infer<typeof rosterInput>

/** The roster of a program; `id` is `roster`. */
export const supervisionRosterRecord = scoped.extend({ ...rosterInput.shape, at: timestamp, by: z.string() })
export type SupervisionRosterRecord = z.infer<typeof supervisionRosterRecord>

export const rosterId = 'roster'

/** Everybody in the roster: where they stand (`masters.0.leads.1.coaches.2`), and who supervises them; nobody does a master coach. */
export const placesOf = ({ masters }: RosterInput) =>
  masters.flatMap((master, at) => {
    const path = `masters.${at}`
    const under = (supervisorId: string, coaches: string[], field: string) =>
      coaches.map((id, index) => ({ personId: id, field: `${field}.${index}`, supervisorId, tier: 'coach' as const }))
    return [
      { personId: master.personId, field: `${path}.personId`, supervisorId: undefined, tier: 'master' as const },
      ...master.leads.flatMap((lead, index) => [
        {
          personId: lead.personId,
          field: `${path}.leads.${index}.personId`,
          supervisorId: master.personId,
          tier: 'lead' as const,
        },
        ...under(lead.personId, lead.coaches, `${path}.leads.${index}.coaches`),
      ]),
      ...under(master.personId, master.coaches, `${path}.coaches`),
    ]
  })

/** Who supervises somebody, nearest first: the lead coach, then the master coach. */
export const supervisorsOf = (roster: RosterInput, of: string): string[] => {
  const places = placesOf(roster)
  const chain: string[] = []
  let next = places.find((place) => place.personId === of)?.supervisorId
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next)
    const above: string = next
    next = places.find((place) => place.personId === above)?.supervisorId
  }
  return chain
}
