import type { Provider } from '../cohort.ts'
import { notKnown, type Reading } from './reading.ts'

/** What counts as full: twelve introductions in 18 months, six sponsor actions, or a mix. More adds nothing. */
const fullAt = 12
/** A sponsor action (advocacy, a stretch assignment, a resource) commits more than an introduction does. */
const perAction = 2

/**
 * Signal "sponsorship" (M1, M2): what the provider is documented to have done for others in the last 18 months (S-M2, S-M9):
 * min(1, (introductions + 2 × sponsor actions) / 12).
 * Missing: nothing is documented either way. Documented zeros are a value: 0.
 */
export const readSponsorship = ({ record: { sponsorship } }: Provider): Reading => {
  if (!sponsorship) return notKnown('not known, no introductions or sponsor actions are documented')
  const { introductions, actions } = sponsorship
  const value = Math.min(1, (introductions + perAction * actions) / fullAt)
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  return {
    value,
    words: `has ${counted(introductions, 'introduction')} and ${counted(actions, 'sponsor action')} on record`,
  }
}
