import type { IntakeRecord } from '../../intake/intake-record.ts'
import type { MatchRecord } from '../match-record.ts'
import { holdsPlace } from './load-matching.ts'

/**
 * How many participants who need a match have one that is approved (W04). Needed is every service that starts first; one that
 * follows later may be matched later. Without a decision nobody knows, so the participant counts as one who needs a match.
 */
export const approvedOf = (
  participantIds: string[],
  intakes: Map<string, IntakeRecord>,
  matches: MatchRecord[],
): { approved: number; needed: number } => {
  const held = new Set(matches.filter(holdsPlace).map((match) => `${match.participantId} ${match.service}`))
  const needs = participantIds.map((id) => firstServices(intakes.get(id)).map((service) => `${id} ${service}`))
  const needed = needs.filter((services) => services.length > 0)
  return {
    approved: needed.filter((services) => services.every((each) => held.has(each))).length,
    needed: needed.length,
  }
}

const firstServices = (intake: IntakeRecord | undefined): string[] => {
  const services = intake?.decision?.services
  if (!services) return ['unknown']
  const first = Math.min(...services.map(({ order }) => order))
  return services.filter(({ order }) => order === first).map(({ service }) => service)
}
