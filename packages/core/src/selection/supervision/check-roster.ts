import type { FieldProblem } from '../../errors.ts'
import type { Member, Person } from '../../program/person.ts'
import { placesOf, type RosterInput } from './roster.ts'
import { supervisionConflict } from './supervision-conflict.ts'

/** Internal coaches for each master coach (Q1). */
const perMaster = { least: 8, most: 15 }

/** Those who may review others stand in the upper tiers. */
const supervising = ['supervisor', 'coach lead'] as const

/**
 * What a roster must not contain: a person twice, somebody who has no part in the program, supervision of oneself, one's manager
 * or one's direct report (Q1), or supervisors who may not supervise. Empty when it can be kept.
 */
export const rosterProblems = (
  roster: RosterInput,
  members: ReadonlyMap<string, Member>,
  people: ReadonlyMap<string, Person>,
): FieldProblem[] => {
  const seen = new Set<string>()
  return placesOf(roster).flatMap(({ personId, field, supervisorId, tier }): FieldProblem[] => {
    // Named twice below themselves is the more telling problem.
    if (supervisorId === personId) return [{ field, problem: 'Nobody supervises themselves.' }]
    if (seen.has(personId)) return [{ field, problem: 'Is in the roster twice. Keep one place.' }]
    seen.add(personId)
    const member = members.get(personId)
    if (member?.status !== 'active') return [{ field, problem: 'Has no active part in this program.' }]
    if (tier === 'coach' && !member.roles.includes('coach')) return [{ field, problem: 'Is no coach in this program.' }]
    if (tier !== 'coach' && !supervising.some((role) => member.roles.includes(role))) {
      return [
        { field, problem: `Supervises others without the role for it: give them one of ${supervising.join(', ')}.` },
      ]
    }
    const conflict = supervisorId && supervisionConflict(supervisorId, personId, people)
    return conflict ? [{ field, problem: `${conflict} Give them another supervisor.` }] : []
  })
}

export type RosterFinding = { finding: 'missing' | 'without credential' | 'ratio'; words: string; personIds: string[] }

/**
 * What has to be put right in time: internal coaches that are not in the roster, coaches in it without a credential, and the
 * number of internal coaches of each master coach (Q1). One master coach with fewer than eight in all is fine.
 * @param internalCoaches active members with a valid credential as an internal coach
 * @param coaches the same, with those from outside
 */
export const rosterFindings = (
  roster: RosterInput,
  internalCoaches: ReadonlySet<string>,
  coaches: ReadonlySet<string>,
): { findings: RosterFinding[]; ratio: string } => {
  const places = placesOf(roster)
  const placed = new Set(places.map(({ personId }) => personId))
  const findings: RosterFinding[] = []
  const missing = [...internalCoaches].filter((id) => !placed.has(id)).sort()
  if (missing.length > 0) {
    findings.push({ finding: 'missing', words: 'These internal coaches are not in the roster.', personIds: missing })
  }
  const without = places.filter(({ tier, personId }) => tier === 'coach' && !coaches.has(personId))
  if (without.length > 0) {
    const personIds = without.map(({ personId }) => personId)
    findings.push({ finding: 'without credential', words: 'These have no valid credential as a coach.', personIds })
  }
  const alone = roster.masters.length === 1
  for (const master of roster.masters) {
    const under = placesOf({ masters: [master] }).filter(
      ({ personId, tier }) => tier !== 'master' && internalCoaches.has(personId),
    ).length
    const words =
      under > perMaster.most
        ? `${coachesInWords(under)} under one master coach are more than ${perMaster.most}: name another master coach.`
        : under < perMaster.least && !alone
          ? `Only ${coachesInWords(under)} under one master coach, at least ${perMaster.least} are asked for: put two groups together.`
          : undefined
    if (words) findings.push({ finding: 'ratio', words, personIds: [master.personId] })
  }
  return { findings, ratio: ratioInWords(roster.masters.length, internalCoaches.size) }
}

const coachesInWords = (coaches: number): string => `${coaches} internal coach${coaches === 1 ? '' : 'es'}`

const ratioInWords = (masters: number, coaches: number): string => {
  const rule = `one master coach for ${perMaster.least} to ${perMaster.most}`
  if (coaches === 0) return `There are no internal coaches to supervise yet; the rule is ${rule}.`
  if (masters === 0) return `No master coach for ${coachesInWords(coaches)}; the rule is ${rule}.`
  if (masters === 1 && coaches < perMaster.least) {
    return `1 master coach for ${coachesInWords(coaches)}; with fewer than ${perMaster.least} in all, one is enough.`
  }
  const each = Number((coaches / masters).toFixed(1))
  return `${masters} master coach${masters > 1 ? 'es' : ''} for ${coachesInWords(coaches)}, ${each} for each; the rule is ${rule}.`
}
