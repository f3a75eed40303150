import type { EventType } from '@pilotgate/core/events'
import { changeWords } from '../../program/change-words.ts'
import { choiceInWords } from '../decide/choice-words.ts'
import type { Details } from './details.ts'

type Sentence = string | ((of: Details) => string)

/** What happened, as a sentence, by the type of the event; who did it stands beside it. */
export const eventSentences: Record<EventType, Sentence> = {
  'program.edited': ({ fields }) => `The program was edited: ${fields()}.`,
  'program.started': 'The program was started.',
  'program.paused': ({ text }) => `The program was paused: ${text('reason')}`,
  'program.resumed': ({ text }) => `The program was resumed: ${text('reason')}`,
  'program.stopped': ({ text }) => `The program was stopped: ${text('reason')}`,
  'program.completed': ({ text }) => `The program was completed: ${text('result')}.`,
  'connection.changed': setting('The connection', 'connectionId'),
  'connection.troubled': ({ thing }) => `A delivery to the connection ${thing('connectionId')} could not be used.`,
  'webhook.changed': setting('The webhook', 'webhookId'),
  'employee.waiting': ({ text, thing, moment }) =>
    `A change of employee ${text('employeeId')} in ${thing('connectionId')} waits until ${moment('wakesAt')}.`,
  'person.changed': ({ person, day, each }) =>
    `The HR system told of ${person('personId')}, as of ${day('on')}: ${each('kinds', changeInWords)}.`,
  'member.left': ({ person }) => `${person('personId')} has left the organisation.`,
  'member.returned': ({ person }) => `${person('personId')} has come back to the organisation.`,
  'task.reassigned': ({ person }) => `A task of somebody who left was given to ${person('personId')}.`,
  'hire.offered': ({ person }) => `${person('personId')}, newly hired, was put on the roster.`,
  'member.withdrawn': ({ person, count }) => `${person('personId')} left the program; open tasks: ${count('taskIds')}.`,
  'intake.invited': ({ people }) => `Invited to the intake: ${people('personIds')}.`,
  'intake.reminded': ({ person, text }) =>
    `${person('personId')} was reminded of the intake, reminder ${text('reminder')}.`,
  'intake.sent-back': ({ person }) => `The intake of ${person('personId')} was sent back to be completed.`,
  'intake.submitted': ({ person }) => `The intake of ${person('personId')} was submitted.`,
  'intake.decided': ({ person }) => `It was decided whether ${person('personId')} gets a coach, a mentor or both.`,
  'intake.goal-accepted': ({ person, text }) => `Goal ${text('goal')} of ${person('personId')} was accepted.`,
  'intake.read': ({ person }) => `The intake answers of ${person('personId')} were read.`,
  'consent.changed': ({ person, text }) => {
    const granted = text('granted') && `; given: ${text('granted')}`
    const revoked = text('revoked') && `; taken back: ${text('revoked')}`
    return `The consent of ${person('personId')} changed${granted}${revoked}.`
  },
  'candidacy.opened': 'A candidacy was opened.',
  'candidacy.closed': ({ text }) => `A candidacy was closed: ${text('status')}.`,
  'selection.asked': ({ text, count }) =>
    `Selection step "${text('step')}" was asked about; questions sent: ${count('taskIds') + count('referenceIds')}.`,
  'selection.answered': ({ text }) => `Selection step "${text('step')}" got an answer: ${text('requirement')}.`,
  'selection.decided': ({ text }) => `Selection step "${text('step')}" was decided: ${text('outcome')}.`,
  'selection.resumed': ({ text }) => `Selection step "${text('step')}" went on after its hold.`,
  'selection.reminded': ({ text }) => `Selection step "${text('step')}" was reminded of, reminder ${text('reminder')}.`,
  'commitment.changed': ({ text }) => `A sponsor commitment of a mentor was ${text('what')}.`,
  'credential.changed': ({ person, text }) =>
    `The credential of ${person('personId')} as ${text('service')} is now ${text('status')}.`,
  'credential.due': ({ person, text }) => `The ${text('what')} of ${person('personId')} as ${text('service')} is due.`,
  'credential.promoted': ({ person, text }) => `${person('personId')} became ${text('level')}.`,
  'practicum.changed': ({ person, text }) => `The practicum of ${person('personId')} was ${text('what')}.`,
  'supervision.sampled': ({ text }) => `Sessions to supervise were drawn for ${text('quarter')}.`,
  'supervision.late': ({ text }) => `A supervision review is late: ${text('what')}.`,
  'calibration.due': ({ text }) => `The calibration of ${text('quarter')} is due.`,
  'pool.alert': ({ text }) => `There are too few places for the cohort: ${text('services')}.`,
  'provider.changed': ({ person, text }) => `${person('personId')} is now ${text('status')} as a provider.`,
  'matching.settings-changed': ({ fields }) => `The settings of matching changed: ${fields()}.`,
  'matching.proposed': 'Matches were proposed.',
  'matching.review-reminded': ({ text }) =>
    `The ${text('reviewer')} was reminded to review matches, reminder ${text('reminder')}.`,
  'match.approved': ({ participant }) => `A match of ${participant('matchId')} was approved.`,
  'match.overridden': ({ participant }) => `A match of ${participant('matchId')} was overridden by another.`,
  'match.chosen': ({ participant }) => `${participant('matchId')} chose another match.`,
  'match.rescored': ({ participant }) => `A match of ${participant('matchId')} was scored anew.`,
  'match.withdrawn': ({ participant }) => `A match of ${participant('matchId')} was withdrawn.`,
  'match.published': ({ participant }) => `A match of ${participant('matchId')} was published to the pair.`,
  'match.check-due': ({ participant, text }) =>
    `The ${text('what')} check of ${participant('matchId')}’s match is due.`,
  'match.checked': ({ participant, text }) =>
    `The ${text('what')} check of ${participant('matchId')}’s match was made.`,
  'match.paused': ({ person, participant }) =>
    `A match of ${participant('matchId')} was paused, and its place is free: ${person('personId')} has left.`,
  'match.resumed': ({ participant }) => `A match of ${participant('matchId')} goes on.`,
  'match.conflict': ({ participant }) =>
    `After a change of managers, a pair of ${participant('matchId')} is in one reporting line.`,
  'match.ended': ({ participant }) => `A match of ${participant('matchId')} ended.`,
  'engagement.changed': ({ person, text }) =>
    `${inService(text('service'))} of ${person('participantId')} by ${person('providerId')}: ${text('what')}.`,
  'engagement.asked': ({ participant, text }) =>
    `The pair of ${participant('engagementId')} was asked for the ${text('asked')}.`,
  'engagement.reminded': ({ participant, text }) =>
    `The pair of ${participant('engagementId')} was reminded of the ${text('asked')}, reminder ${text('reminder')}.`,
  'engagement.stalled': ({ participant, text }) =>
    `No session of ${participant('engagementId')} in two cadences: ${text('step')}.`,
  'engagement.review-due': ({ participant }) => `A review of ${participant('engagementId')}’s engagement is due.`,
  'session.changed': ({ person, text }) =>
    `${inService(text('service'))} session of ${person('participantId')} with ${person('providerId')}: ${text('status')}.`,
  'action.changed': ({ participant, text }) =>
    `An ${text('kind') === 'action' ? 'action item' : text('kind')} of ${participant('engagementId')}: ${text('status')}.`,
  'sponsor-action.changed': ({ participant, text }) =>
    `A sponsor action for ${participant('engagementId')}: ${text('status')}.`,
  'blocker.changed': ({ text, is }) => `A ${is('systemic', true) ? 'systemic ' : ''}blocker is ${text('status')}.`,
  'response.recorded': ({ text }) => `An answer to the ${text('instrument')} was recorded.`,
  'reading.recorded': ({ text }) =>
    `A reading of KPI ${text('kpi')} was recorded for ${text('on')} (${text('group')}).`,
  'milestone.changed': ({ participant, text }) => `A milestone of ${participant('engagementId')}: ${text('status')}.`,
  'escalation.changed': ({ text }) => `An escalation was ${text('what')}.`,
  'handoff.suggested': ({ participant }) =>
    `${participant('engagementId')} has a new role: a mentor after the coach was suggested.`,
  'invitation.answered': ({ person }) => `${person('personId')} answered a calendar invitation.`,
  'notes.read': ({ participant }) => `The session notes of ${participant('sessionId')}’s pair were read by the pair.`,
  'closing.submitted': ({ participant, text }) => `${participant('engagementId')}: ${text('kind')} submitted.`,
  'raters.named': ({ person }) => `The raters of ${person('participantId')} were named.`,
  'kpi.settings-changed': ({ text }) => `The settings of KPIs changed: ${text('kpis')}.`,
  'deliverable.saved': ({ is }) => `A deliverable was saved${is('ready', true) ? ' as ready' : ''}.`,
  'impact.measured': 'The impact was measured.',
  'roi.reckoned': 'The return on investment was reckoned.',
  'pack.made': ({ text }) => `Steering pack ${text('packId')} was made.`,
  'week.opened': ({ text }) => `The week of gate ${text('gate')} opened, round ${text('round')}.`,
  'task.completed': ({ text }) => `A task of ${text('gate')} was done.`,
  'task.reminded': ({ text }) => `A task of ${text('gate')} was reminded of, reminder ${text('reminder')}.`,
  'task.link-asked': ({ text }) => `A new link to a task of ${text('gate')} was asked for.`,
  'task.escalated': ({ text }) => `A task of ${text('gate')} was escalated to the program owner.`,
  'fact.attested': ({ text }) => `The fact "${text('fact').replaceAll('-', ' ')}" was stated for gate ${text('gate')}.`,
  'gate.passed': ({ text }) => `Gate ${text('gate')} passed in round ${text('round')}.`,
  'gate.asked': ({ text }) => `The ${text('authority')} was asked to decide gate ${text('gate')}.`,
  'gate.reminded': ({ text }) => `The decision on gate ${text('gate')} was reminded of, reminder ${text('reminder')}.`,
  'gate.voted': ({ text, person }) => `${person('personId')} voted on gate ${text('gate')}.`,
  'gate.decided': ({ text }) => `Gate ${text('gate')} was decided: ${choiceInWords(text('choice')).toLowerCase()}.`,
  'week.checked': ({ text }) => `The weekly gate check of ${text('week')} ran.`,
  'early-signal.due': ({ text }) => `The early-signal report of day ${text('day')} was due.`,
}

const inService = (service: string) => (service === 'mentor' ? 'Mentoring' : 'Coaching')

/** Connections and webhooks are set up, changed and removed alike. */
function setting(what: string, id: string): Sentence {
  const whole: Record<string, string> = { created: 'set up', removed: 'removed' }
  return ({ text, thing, fields }) => `${what} ${thing(id)} was ${whole[text('fields')] ?? `changed: ${fields()}`}.`
}

const changeInWords = (kind: string): string => ((changeWords as Record<string, string>)[kind] ?? kind).toLowerCase()
