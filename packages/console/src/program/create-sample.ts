import { type RosterRow, readRoster } from './roster-file.ts'

/**
 * What the owner of a sample pilot is in it, so that they can do alone what sample people never do: sign off as legal, state
 * facts, review matches.
 */
export const sampleOwnerRoles = [
  'program owner',
  'program lead',
  'learning operations',
  'matching owner',
  'legal',
  'finance',
  'hr analytics',
] as const

type Owner = { email: string; name: string; zone: string }

/**
 * The roster of the sample pilot: its owner with their own name and zone, and made-up people in the zone of the program.
 * @param csv made-up people with their roles, without zones
 */
export const sampleRoster = (csv: string, owner: Owner, zone: string): RosterRow[] => {
  const [header, ...lines] = csv.trim().split('\n')
  const { rows } = readRoster([`${header},zone`, ...lines.map((line) => `${line},${zone}`)].join('\n'))
  const texts = {
    email: owner.email,
    name: owner.name || owner.email,
    roles: sampleOwnerRoles.join(';'),
    zone: owner.zone,
  }
  const own = { line: lines.length + 2, texts: { ...texts, manager_email: '', places: '', learner_kind: '' } }
  return [...rows, own]
}
