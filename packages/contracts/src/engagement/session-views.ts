import { type InvitationRecord, participation } from '@pilotgate/core/engagement/invitations/invitation-record'
import type { Sight } from '@pilotgate/core/engagement/load-engagement'
import { type ActionItemRecord, actionItemRecord } from '@pilotgate/core/engagement/sessions/action-item'
import { blueprintOf, growFields } from '@pilotgate/core/engagement/sessions/session-blueprint'
import { type SessionRecord, sessionNotes, sessionRecord } from '@pilotgate/core/engagement/sessions/session-record'
import { z } from 'zod'

const stored = { tenantId: true, scope: true, id: true, version: true } as const

const { topics, cancelledBecause, ...session } = sessionRecord.omit(stored).shape

const reply = z.object({
  personId: z.string(),
  answer: z.enum(participation).meta({
    description: 'What they answered to the calendar invitation; a session that is moved is asked about anew',
  }),
  at: z.string(),
})

/**
 * A session as far as the reader may see it: topics are not for managers; the reason of a cancellation, and who answered the invitation
 * what, are for the pair.
 */
export const sessionView = z.object({
  sessionId: z.string(),
  ...session,
  topics: topics.optional(),
  cancelledBecause,
  replies: z.array(reply).optional(),
})
/** @param invitations of this session, or of others, too; without them nothing is said of answers */
export const toSessionView = (
  record: SessionRecord,
  sight: Sight,
  invitations?: InvitationRecord[],
): z.input<typeof sessionView> => {
  const { cancelledBecause: because, topics: about, rating, guidance, recordedBy, ...rest } = record
  return {
    ...rest,
    sessionId: record.id,
    ...(sight !== 'manager' && { topics: about, rating, guidance, recordedBy }),
    ...(sight === 'pair' && { cancelledBecause: because }),
    ...(sight === 'pair' && invitations && { replies: repliesTo(record, invitations) }),
  }
}

/** Answers to the session as it stands now. */
const repliesTo = ({ id, sequence }: SessionRecord, invitations: InvitationRecord[]): z.input<typeof reply>[] =>
  invitations.flatMap(({ sessionId, personId, reply }) =>
    sessionId === id && reply?.sequence === sequence ? [{ personId, answer: reply.answer, at: reply.at }] : [],
  )

/** An action item, for the pair alone. */
export const actionItemView = z.object({ actionId: z.string(), ...actionItemRecord.omit(stored).shape })
export const toActionItemView = (record: ActionItemRecord): z.input<typeof actionItemView> => ({
  ...record,
  actionId: record.id,
})

const blueprintPart = z.object({ from: z.number(), to: z.number(), part: z.string(), does: z.string() })

/** A session with how it is held: its blueprint in minutes, the fields of GROW; and for the pair its action items. */
export const sessionDetail = sessionView.extend({
  blueprint: z.array(blueprintPart),
  grow: z.array(z.object({ field: z.string(), asks: z.string() })),
  actions: z.array(actionItemView).optional(),
})
export const toSessionDetail = (
  record: SessionRecord,
  actions: ActionItemRecord[],
  sight: Sight,
  invitations: InvitationRecord[],
): z.input<typeof sessionDetail> => ({
  ...toSessionView(record, sight, invitations),
  blueprint: blueprintOf(record.minutes),
  grow: [...growFields],
  ...(sight === 'pair' && { actions: actions.map(toActionItemView) }),
})

/** How many action items there are in a program; who is to do what stays with the pairs. */
export const actionCounts = z.object({
  all: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
  done: z.number().int(),
  dropped: z.number().int(),
})

/** The notes of a session, for the pair alone; `version` 0 means that there are none yet. */
export const notesView = z.object({
  ...sessionNotes.shape,
  sessionId: z.string(),
  version: z.number().int(),
  by: z.string().optional(),
  at: z.string().optional(),
})
