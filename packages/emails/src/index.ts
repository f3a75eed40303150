import type { z } from 'zod'
import { message as engagementAsked } from './engagement/engagement-asked.ts'
import { message as engagementEnded } from './engagement/engagement-ended.ts'
import { message as engagementEscalation } from './engagement/engagement-escalation.ts'
import { message as engagementPaused } from './engagement/engagement-paused.ts'
import { message as engagementResumed } from './engagement/engagement-resumed.ts'
import { message as escalationRaised } from './engagement/escalation-raised.ts'
import { message as handedOver } from './engagement/handed-over.ts'
import { message as handoffSuggested } from './engagement/handoff-suggested.ts'
import { message as invitation } from './engagement/invitation.ts'
import { message as pairNudged } from './engagement/pair-nudged.ts'
import { message as reviewDue } from './engagement/review-due.ts'
import { message as decisionNeeded } from './gates/decision-needed.ts'
import { message as decisionRecorded } from './gates/decision-recorded.ts'
import { message as decisionReminder } from './gates/decision-reminder.ts'
import { message as earlySignal } from './gates/early-signal.ts'
import { message as escalation } from './gates/escalation.ts'
import { message as gatePassed } from './gates/gate-passed.ts'
import { message as taskLink } from './gates/task-link.ts'
import { message as taskReminder } from './gates/task-reminder.ts'
import { message as voteNeeded } from './gates/vote-needed.ts'
import { message as weekOpened } from './gates/week-opened.ts'
import { message as weeklyDigest } from './gates/weekly-digest.ts'
import { message as intakeInvited } from './intake/intake-invited.ts'
import { message as intakeReminded } from './intake/intake-reminded.ts'
import { message as intakeSentBack } from './intake/intake-sent-back.ts'
import { message as intakeSubmitted } from './intake/intake-submitted.ts'
import { message as chemistryCheck } from './matching/chemistry-check.ts'
import { message as chooseProvider } from './matching/choose-provider.ts'
import { message as matchConflict } from './matching/match-conflict.ts'
import { message as matchDoubted } from './matching/match-doubted.ts'
import { message as matchEnded } from './matching/match-ended.ts'
import { message as matchPublishedParticipant } from './matching/match-published-participant.ts'
import { message as matchPublishedProvider } from './matching/match-published-provider.ts'
import { message as matchesProposed } from './matching/matches-proposed.ts'
import { message as reassessment } from './matching/reassessment.ts'
import { message as connectionTroubled } from './program/connection-troubled.ts'
import { message as personLeft } from './program/person-left.ts'
import { message as personReturned } from './program/person-returned.ts'
import { message as programCompleted } from './program/program-completed.ts'
import { message as programPaused } from './program/program-paused.ts'
import { message as programResumed } from './program/program-resumed.ts'
import { message as programStopped } from './program/program-stopped.ts'
import { message as taskReassigned } from './program/task-reassigned.ts'
import { message as webhookOff } from './program/webhook-off.ts'
import { message as calibrationDue } from './selection/calibration-due.ts'
import { message as candidacyClosed } from './selection/candidacy-closed.ts'
import { message as candidateAppointed } from './selection/candidate-appointed.ts'
import { message as candidateHeld } from './selection/candidate-held.ts'
import { message as candidateRejected } from './selection/candidate-rejected.ts'
import { message as credentialChanged } from './selection/credential-changed.ts'
import { message as credentialDue } from './selection/credential-due.ts'
import { message as panelDisagreement } from './selection/panel-disagreement.ts'
import { message as poolAlert } from './selection/pool-alert.ts'
import { message as referenceAsked } from './selection/reference-asked.ts'
import { message as referenceReminder } from './selection/reference-reminder.ts'
import { message as reviewLate } from './selection/review-late.ts'
import { message as reviewsSampled } from './selection/reviews-sampled.ts'
import { message as selectionAsked } from './selection/selection-asked.ts'
import { message as selectionEscalation } from './selection/selection-escalation.ts'
import { message as selectionReminder } from './selection/selection-reminder.ts'
import { message as sponsorActionDue } from './selection/sponsor-action-due.ts'
import { message as sponsorActionLogged } from './selection/sponsor-action-logged.ts'
import { message as sponsorActionMissed } from './selection/sponsor-action-missed.ts'

/** Every mail the platform sends, by kind (the `kind` of the mail ledger), in the order of the stages. */
export const messages = {
  'connection-troubled': connectionTroubled,
  'webhook-off': webhookOff,
  'program-paused': programPaused,
  'program-resumed': programResumed,
  'program-stopped': programStopped,
  'program-completed': programCompleted,
  'person-left': personLeft,
  'person-returned': personReturned,
  'task-reassigned': taskReassigned,
  'intake-invited': intakeInvited,
  'intake-reminded': intakeReminded,
  'intake-sent-back': intakeSentBack,
  'intake-submitted': intakeSubmitted,
  'selection-asked': selectionAsked,
  'selection-reminder': selectionReminder,
  'selection-escalation': selectionEscalation,
  'reference-asked': referenceAsked,
  'reference-reminder': referenceReminder,
  'candidate-held': candidateHeld,
  'panel-disagreement': panelDisagreement,
  'candidate-appointed': candidateAppointed,
  'candidate-rejected': candidateRejected,
  'candidacy-closed': candidacyClosed,
  'sponsor-action-due': sponsorActionDue,
  'sponsor-action-missed': sponsorActionMissed,
  'sponsor-action-logged': sponsorActionLogged,
  'credential-changed': credentialChanged,
  'credential-due': credentialDue,
  'reviews-sampled': reviewsSampled,
  'review-late': reviewLate,
  'calibration-due': calibrationDue,
  'pool-alert': poolAlert,
  'matches-proposed': matchesProposed,
  'choose-provider': chooseProvider,
  'match-published-participant': matchPublishedParticipant,
  'match-published-provider': matchPublishedProvider,
  'chemistry-check': chemistryCheck,
  reassessment,
  'match-doubted': matchDoubted,
  'match-ended': matchEnded,
  'match-conflict': matchConflict,
  'engagement-asked': engagementAsked,
  'engagement-escalation': engagementEscalation,
  invitation,
  'pair-nudged': pairNudged,
  'review-due': reviewDue,
  'escalation-raised': escalationRaised,
  'handoff-suggested': handoffSuggested,
  'handed-over': handedOver,
  'engagement-paused': engagementPaused,
  'engagement-resumed': engagementResumed,
  'engagement-ended': engagementEnded,
  'week-opened': weekOpened,
  'task-reminder': taskReminder,
  'task-link': taskLink,
  'gate-passed': gatePassed,
  'decision-needed': decisionNeeded,
  'vote-needed': voteNeeded,
  'decision-reminder': decisionReminder,
  'decision-recorded': decisionRecorded,
  escalation,
  'weekly-digest': weeklyDigest,
  'early-signal': earlySignal,
} as const

export type MessageKind = keyof typeof messages

/** What a kind of mail must be told. */
export type MessageData<K extends MessageKind> = z.input<(typeof messages)[K]['schema']>
