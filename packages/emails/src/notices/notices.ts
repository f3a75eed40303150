import type { Event } from '@pilotgate/core/events'
import type { Notice } from '@pilotgate/core/gates/mail-ledger'
import type { Store } from '@pilotgate/core/ports'
import { commitmentChanged, credentialChanged, credentialDue } from './credentials.ts'
import { earlySignalDue } from './early-signal.ts'
import {
  engagementAsked,
  engagementChanged,
  engagementReminded,
  escalationTold,
  pairStalled,
  reviewDue,
} from './engagement.ts'
import { gateAsked } from './gate-asked.ts'
import { gateDecided } from './gate-decided.ts'
import { gatePassed } from './gate-passed.ts'
import { gateReminded } from './gate-reminded.ts'
import { type Ground, loadGround, type Site } from './ground.ts'
import { intakeInvited, intakeReminded, intakeSentBack, intakeSubmitted } from './intake.ts'
import { matchCheckDue, matchDoubted, matchEnded, matchesProposed, matchPublished, reviewReminded } from './matching.ts'
import { connectionTroubled, webhookOff } from './organisation.ts'
import { handoffSuggested, matchConflict, memberLeft, memberReturned, taskReassigned } from './people-changed.ts'
import { programCompleted, programPaused, programResumed, programStopped } from './program-steered.ts'
import { selectionAsked } from './selection-asked.ts'
import { candidacyClosed, selectionDecided } from './selection-decided.ts'
import { selectionReminded } from './selection-reminded.ts'
import { calibrationDue, poolAlerted, reviewLate, reviewsSampled } from './supervision.ts'
import { linkAsked, taskEscalated, taskReminded } from './task-chased.ts'
import { weekChecked } from './week-checked.ts'
import { weekOpened } from './week-opened.ts'

type Families = { [T in Event['type']]?: (ground: Ground, event: Extract<Event, { type: T }>) => Promise<Notice[]> }

/** Events of programs that cause mails; every other event of a program causes none. */
const families: Families = {
  'program.paused': programPaused,
  'program.resumed': programResumed,
  'program.stopped': programStopped,
  'program.completed': programCompleted,
  'member.left': memberLeft,
  'member.returned': memberReturned,
  'task.reassigned': taskReassigned,
  'intake.invited': intakeInvited,
  'intake.reminded': intakeReminded,
  'intake.sent-back': intakeSentBack,
  'intake.submitted': intakeSubmitted,
  'selection.asked': selectionAsked,
  'selection.reminded': selectionReminded,
  'selection.decided': selectionDecided,
  'candidacy.closed': candidacyClosed,
  'commitment.changed': commitmentChanged,
  'credential.changed': credentialChanged,
  'credential.due': credentialDue,
  'supervision.sampled': reviewsSampled,
  'supervision.late': reviewLate,
  'calibration.due': calibrationDue,
  'pool.alert': poolAlerted,
  'matching.proposed': matchesProposed,
  'matching.review-reminded': reviewReminded,
  'match.published': matchPublished,
  'match.check-due': matchCheckDue,
  'match.checked': matchDoubted,
  'match.ended': matchEnded,
  'match.conflict': matchConflict,
  'engagement.asked': engagementAsked,
  'engagement.reminded': engagementReminded,
  'engagement.stalled': pairStalled,
  'engagement.review-due': reviewDue,
  'engagement.changed': engagementChanged,
  'handoff.suggested': handoffSuggested,
  'escalation.changed': escalationTold,
  'week.opened': weekOpened,
  'task.reminded': taskReminded,
  'task.link-asked': linkAsked,
  'task.escalated': taskEscalated,
  'gate.passed': gatePassed,
  'gate.asked': gateAsked,
  'gate.reminded': gateReminded,
  'gate.decided': gateDecided,
  'week.checked': weekChecked,
  'early-signal.due': earlySignalDue,
}

/**
 * Who gets which mail because of an event, ready to send. The same event gives the same mail ids, whenever it comes (reliability
 * F7); nobody gets two mails of one kind, and who has left the program gets none. Writes nothing.
 * @throws DomainError `NotFound` when the program or its template is missing
 */
export const noticesFor = async (store: Store, event: Event, site: Site): Promise<Notice[]> => {
  if (event.type === 'webhook.changed') return webhookOff(store, event, site)
  if (event.type === 'connection.troubled') return connectionTroubled(store, event, site)
  const family = families[event.type] as ((ground: Ground, event: Event) => Promise<Notice[]>) | undefined
  return family ? family(await loadGround(store, event, site), event) : []
}
