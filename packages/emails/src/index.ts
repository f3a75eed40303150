import type { z } from 'zod'
import { message as decisionNeeded } from './gates/decision-needed.ts'
import { message as decisionRecorded } from './gates/decision-recorded.ts'
import { message as decisionReminder } from './gates/decision-reminder.ts'
import { message as earlySignal } from './gates/early-signal.ts'
import { message as escalation } from './gates/escalation.ts'
import { message as gatePassed } from './gates/gate-passed.ts'
import { message as taskReminder } from './gates/task-reminder.ts'
import { message as voteNeeded } from './gates/vote-needed.ts'
import { message as weekOpened } from './gates/week-opened.ts'
import { message as weeklyDigest } from './gates/weekly-digest.ts'
import { message as programCompleted } from './program/program-completed.ts'
import { message as programPaused } from './program/program-paused.ts'
import { message as programResumed } from './program/program-resumed.ts'
import { message as programStopped } from './program/program-stopped.ts'

/** Every mail the platform sends, by kind (the `kind` of the mail ledger), in the order of the stages. */
export const messages = {
  'program-paused': programPaused,
  'program-resumed': programResumed,
  'program-stopped': programStopped,
  'program-completed': programCompleted,
  'week-opened': weekOpened,
  'task-reminder': taskReminder,
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
