import type { Goal } from '../../../intake/intake-form.ts'
import type { EngagementRecord } from '../../engagement-record.ts'
import { escalationRoutes } from '../../ledgers/escalation.ts'
import type { ClauseName } from '../agreement-record.ts'

type Pair = Pick<EngagementRecord, 'service' | 'mentorCoach' | 'cadence'>

/**
 * The clauses of a new working agreement (E2), filled in from the match and the goals of the intake. `sponsor actions` is for
 * mentors.
 * @param goals as far as the participant lets them be used for matching (I3)
 */
export const workingAgreement = (pair: Pair, goals: Goal[]): Partial<Record<ClauseName, string>> => ({
  scope: scopeOf(pair, goals),
  confidentiality:
    'What is said in sessions stays between the two of you. Notes are kept encrypted and only the two of you read them. Nobody else learns of them without the explicit choice of the participant; what law or safety demands is the only exception, and is said beforehand.',
  'cadence and format': cadenceClause(pair),
  'success criteria': successOf(goals),
  'escalation path': escalation,
  'data-use consent':
    'The program keeps that and when you met, topic tags, action items and ratings, and counts its figures from them. What the participant has told in the intake is used as far as they consent to it; they can withdraw that at any time.',
  ...(pair.service === 'mentor' && { 'sponsor actions': sponsorActions }),
  termination:
    'Either of you can end the engagement at any time with a word to the program owner; no reason has to be given. What is open is then closed or handed over, goals and context only.',
})

/** The clause that a changed cadence changes. */
export const cadenceClause = ({ cadence }: Pick<Pair, 'cadence'>): string => {
  const { everyDays, minutes, sessions, endsOn, reviewEveryDays } = cadence
  return `You meet every ${everyDays} days for ${minutes} minutes, ${sessions} sessions in all, until ${endsOn}. Whoever cannot come moves the session the day before at the latest. Every ${reviewEveryDays} days you look at whether it helps and whether to go on.`
}

const scopeOf = ({ service, mentorCoach }: Pair, goals: Goal[]): string => {
  const role = mentorCoach
    ? 'The mentor coach works with the participant on decisions and acceptance criteria of a live project.'
    : service === 'coach'
      ? 'The coach helps the participant to change what they do at work; they do not advise on the subject, evaluate or treat.'
      : 'The mentor helps the participant with their path, with contacts and with sponsorship; they do not evaluate or treat.'
  if (goals.length === 0) return `${role} What you work on you write down in the first session.`
  return `${role} You work on: ${goals.map(({ behaviour, situation }) => `${behaviour} (${situation})`).join('; ')}.`
}

const successOf = (goals: Goal[]): string =>
  goals.length === 0
    ? 'By what both of you will see that it helped, you write down in the first session.'
    : goals
        .map(({ measure, baseline, date }) => `By ${date}: ${measure}. Today: ${baseline}.`)
        .join('\n')
        .replaceAll('..', '.')

const daysOf = (kind: keyof typeof escalationRoutes) => `within ${escalationRoutes[kind].days} days`

const escalation = `Operational trouble goes to program operations (answered ${daysOf('operational')}), ethical questions to HR (${daysOf('ethical')}), questions of performance to HR (${daysOf('performance')}), what concerns the direction of the program to the steering committee (${daysOf('strategic')}). You tell each other before you do so.`

const sponsorActions =
  'The mentor commits to sponsor actions by type and date: an introduction, advocacy, a stretch assignment or a resource, each done within 60 days. The mentor logs what came of it, and the participant confirms it.'
