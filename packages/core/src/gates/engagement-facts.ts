import type { Computation } from './rows.ts'
import { engagementsOf } from './session-facts.ts'
import { shareOf } from './share-fact.ts'

/**
 * The facts of engagements (W04), from their rows. A program in which nothing was ever proposed makes its matches elsewhere: there
 * people state them.
 */
export const engagementFacts: Record<string, Computation> = {
  'agreements-signed': async (rows) => {
    const [matches, engagements] = await Promise.all([rows.all('match'), rows.all('engagement')])
    if (matches.length === 0) return undefined
    const signed = new Set(engagements.flatMap(({ id, agreement }) => (agreement === undefined ? [] : [id])))
    const published = matches.filter(({ status, pausedAt }) => status === 'published' && pausedAt === undefined)
    return shareOf(
      published.map(({ id }) => ({ row: 'match', id, counts: signed.has(id) })),
      'published matches have an agreement signed by both',
    )
  },
  'role-charters-signed': async (rows) => {
    const mentorCoaching = (await engagementsOf(rows))?.filter(({ mentorCoach }) => mentorCoach)
    if (!mentorCoaching?.length) return undefined
    return shareOf(
      mentorCoaching.map(({ id, charterSignedAt }) => ({
        row: 'engagement',
        id,
        counts: charterSignedAt !== undefined,
      })),
      'mentor coaches have signed the role charter and the data-access agreement',
    )
  },
}
