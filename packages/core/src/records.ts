import type { z } from 'zod'
import { agreementRecord } from './engagement/agreement/agreement-record.ts'
import { closingRecord } from './engagement/closing/closing.ts'
import { engagementRecord } from './engagement/engagement-record.ts'
import { calendarFeedRecord, invitationRecord, sessionUidRecord } from './engagement/invitations/invitation-record.ts'
import { blockerRecord } from './engagement/ledgers/blocker.ts'
import { escalationRecord } from './engagement/ledgers/escalation.ts'
import { milestoneRecord } from './engagement/ledgers/milestone.ts'
import { sponsorActionRecord } from './engagement/ledgers/sponsor-action.ts'
import { actionItemRecord } from './engagement/sessions/action-item.ts'
import { dataKeyRecord } from './engagement/sessions/data-key-record.ts'
import { sessionNoteRecord, sessionRecord } from './engagement/sessions/session-record.ts'
import { mailRecord } from './gates/mail-record.ts'
import { packRecord } from './gates/pack-record.ts'
import { weeklyCheckRecord } from './gates/weekly-check-record.ts'
import { consentRecord } from './intake/consent.ts'
import { intakeRecord } from './intake/intake-record.ts'
import { matchingRunRecord, matchingSettingsRecord, matchRecord } from './matching/match-record.ts'
import { caseloadRecord, providerRecord } from './matching/provider.ts'
import { deliverableRecord } from './measurement/deliverables/deliverable.ts'
import { impactRecord } from './measurement/impact/impact-record.ts'
import { ratersRecord, responseRecord } from './measurement/instruments/response-record.ts'
import { kpiSettingsRecord } from './measurement/kpis/kpi-settings.ts'
import { contributionRecord, rollupRecord } from './measurement/kpis/rollup-record.ts'
import { readingRecord } from './measurement/readings/reading.ts'
import { roiRecord } from './measurement/roi/roi-record.ts'
import { telemetryCheckRecord } from './measurement/telemetry/telemetry-check.ts'
import { attestation } from './program/attestation.ts'
import { gateRecord } from './program/gate-record.ts'
import { connectionRecord } from './program/hr/connections/connection-record.ts'
import { turnedAwayRecord } from './program/hr/connections/note-turned-away.ts'
import { changeEffectRecord, personChangeRecord } from './program/hr/employees/change-record.ts'
import { employeeRecord, reportingLineRecord } from './program/hr/employees/employee-record.ts'
import { personEmploymentsRecord } from './program/hr/employees/person-employments.ts'
import { inboxLogRecord, inboxRecord } from './program/hr/inbox/inbox-record.ts'
import { scimGroupRecord, scimKeyRecord, scimUserRecord } from './program/hr/scim/scim-record.ts'
import { idempotencyRecord } from './program/idempotency-record.ts'
import { emailClaim, member, person } from './program/person.ts'
import { program } from './program/program.ts'
import { task } from './program/task.ts'
import { templateRecord } from './program/template-record.ts'
import { webhookDeliveryRecord, webhookRecord } from './program/webhooks/webhook-record.ts'
import { candidacyRecord, commitmentRecord, referenceRecord, selectionAnswerRecord } from './selection/candidacy.ts'
import { credentialRecord } from './selection/credential.ts'
import { poolAlertRecord } from './selection/pool-alert.ts'
import { practicumRecord } from './selection/practicum/practicum-record.ts'
import { rubricRecord } from './selection/rubric.ts'
import { calibrationRecord } from './selection/supervision/calibration-record.ts'
import { deliveryRecord } from './selection/supervision/delivery-record.ts'
import { outcomesBriefRecord, recertificationRecord } from './selection/supervision/recertification-record.ts'
import { reviewRecord, reviewSampleRecord } from './selection/supervision/review-record.ts'
import { supervisionRosterRecord } from './selection/supervision/roster.ts'

/** Every kind of record the platform keeps, with its schema. The store's adapters are derived from this table. */
export const records = {
  template: templateRecord,
  program,
  person,
  emailClaim,
  member,
  connection: connectionRecord,
  turnedAway: turnedAwayRecord,
  inbox: inboxRecord,
  inboxLog: inboxLogRecord,
  employee: employeeRecord,
  reportingLine: reportingLineRecord,
  personEmployments: personEmploymentsRecord,
  scimUser: scimUserRecord,
  scimGroup: scimGroupRecord,
  scimKey: scimKeyRecord,
  personChange: personChangeRecord,
  changeEffect: changeEffectRecord,
  webhook: webhookRecord,
  webhookDelivery: webhookDeliveryRecord,
  task,
  attestation,
  gate: gateRecord,
  intake: intakeRecord,
  consent: consentRecord,
  candidacy: candidacyRecord,
  selectionAnswer: selectionAnswerRecord,
  reference: referenceRecord,
  commitment: commitmentRecord,
  credential: credentialRecord,
  rubric: rubricRecord,
  practicum: practicumRecord,
  delivery: deliveryRecord,
  supervisionRoster: supervisionRosterRecord,
  reviewSample: reviewSampleRecord,
  review: reviewRecord,
  recertification: recertificationRecord,
  outcomesBrief: outcomesBriefRecord,
  calibration: calibrationRecord,
  poolAlert: poolAlertRecord,
  provider: providerRecord,
  caseload: caseloadRecord,
  matchingSettings: matchingSettingsRecord,
  matchingRun: matchingRunRecord,
  match: matchRecord,
  engagement: engagementRecord,
  agreement: agreementRecord,
  session: sessionRecord,
  sessionNote: sessionNoteRecord,
  invitation: invitationRecord,
  sessionUid: sessionUidRecord,
  calendarFeed: calendarFeedRecord,
  actionItem: actionItemRecord,
  sponsorAction: sponsorActionRecord,
  blocker: blockerRecord,
  milestone: milestoneRecord,
  escalation: escalationRecord,
  closing: closingRecord,
  response: responseRecord,
  raters: ratersRecord,
  reading: readingRecord,
  kpiSettings: kpiSettingsRecord,
  contribution: contributionRecord,
  rollup: rollupRecord,
  deliverable: deliverableRecord,
  impact: impactRecord,
  roi: roiRecord,
  telemetryCheck: telemetryCheckRecord,
  pack: packRecord,
  weeklyCheck: weeklyCheckRecord,
  mail: mailRecord,
  dataKey: dataKeyRecord,
  idempotency: idempotencyRecord,
} as const

export type Kind = keyof typeof records
export type RecordOf<K extends Kind> = z.infer<(typeof records)[K]>
