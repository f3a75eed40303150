import type { EngagementRecord, KickoffItem } from '../engagement-record.ts'

/** One item of the kickoff (E1): whether it is there, and if not what is missing and who does what about it. */
export type KickoffState = { item: KickoffItem; done: boolean; missing?: string }

/** What the items are told from. */
export type KickoffFacts = {
  intakeSubmitted: boolean
  goalsWithBaseline: boolean
  baselineAnswered: boolean
  /** Who of the pair has not signed the newest version of the working agreement, by name. */
  unsigned: string[]
  /** Active program owners, by name. */
  owners: string[]
  consentChosen: boolean
}

/**
 * The six items that have to be there before the first session (E1), in their order.
 * @param now ISO instant, by which an intended start may have passed
 */
export const kickoffItems = (
  { agreement, blocks }: Pick<EngagementRecord, 'agreement' | 'blocks'>,
  facts: KickoffFacts,
  now: string,
): KickoffState[] => [
  state(
    'intake with measurable goals',
    facts.intakeSubmitted,
    'The participant has not submitted the intake with goals that can be measured.',
  ),
  state(
    'signed working agreement',
    agreement !== undefined,
    `Not signed yet by ${facts.unsigned.join(' and ') || 'both'}.`,
  ),
  state(
    'baseline',
    facts.goalsWithBaseline || facts.baselineAnswered,
    'Neither a baseline 360 nor how the goals stand today is there. The participant gives either.',
  ),
  state('calendar blocks', blocks.length === 3 && blocks.every((at) => at > now), missingBlocks(blocks)),
  state(
    'program owner contact',
    facts.owners.length > 0,
    'The program has no active owner to turn to. Operations name one (roster).',
  ),
  state(
    'data consent',
    facts.consentChosen,
    'The participant has not chosen yet which data may be used for what (consent).',
  ),
]

const state = (item: KickoffItem, done: boolean, missing: string): KickoffState =>
  done ? { item, done } : { item, done, missing }

const missingBlocks = (blocks: string[]): string =>
  blocks.length === 3
    ? 'An intended start has passed. Name three starts that lie ahead.'
    : 'Three starts that lie ahead in both calendars are not named yet.'
