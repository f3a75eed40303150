import { container } from '@pilotgate/aws/container'
import type { sessionRoutes } from '@pilotgate/contracts/engagement/session-routes'
import { toActionItemView, toSessionDetail, toSessionView } from '@pilotgate/contracts/engagement/session-views'
import { addActionItem } from '@pilotgate/core/engagement/sessions/add-action-item'
import { cancelSession } from '@pilotgate/core/engagement/sessions/cancel-session'
import { moveSession } from '@pilotgate/core/engagement/sessions/move-session'
import { rateSession } from '@pilotgate/core/engagement/sessions/rate-session'
import { readNotes } from '@pilotgate/core/engagement/sessions/read-notes'
import {
  countActionItems,
  listActionItems,
  listSessions,
  readSession,
} from '@pilotgate/core/engagement/sessions/read-sessions'
import { recordAttendance } from '@pilotgate/core/engagement/sessions/record-attendance'
import { recordNoShow } from '@pilotgate/core/engagement/sessions/record-no-show'
import { scheduleSession } from '@pilotgate/core/engagement/sessions/schedule-session'
import { updateActionItem } from '@pilotgate/core/engagement/sessions/update-action-item'
import { writeNotes } from '@pilotgate/core/engagement/sessions/write-notes'
import type { Store } from '@pilotgate/core/ports'
import type { Actor } from '@pilotgate/core/program/actor'
import { localDate } from '@pilotgate/core/program/calendar'
import { loadProgram } from '@pilotgate/core/program/load'
import type { RoutesOf } from '../lib/http/api.ts'

type Handlers = Pick<RoutesOf<'engagement/api'>, keyof typeof sessionRoutes>

const detail = async (store: Store, actor: Actor, programId: string, sessionId: string) => {
  const { session, actions, sight, invitations } = await readSession(store, actor, programId, sessionId)
  return toSessionDetail(session, actions, sight, invitations)
}

/** The routes of sessions, their notes and their action items. */
export const sessionHandlers: Handlers = {
  listSessions: async ({ work, actor, path, query }) => {
    const page = await listSessions(work.store, actor, path.programId!, path.engagementId!, query)
    const { items, cursor, sight, invitations } = page
    return { items: items.map((session) => toSessionView(session, sight, invitations)), cursor }
  },
  scheduleSession: async ({ work, actor, path, body }) =>
    toSessionView(await scheduleSession(work, actor, path.programId!, path.engagementId!, body), 'pair'),
  getSession: ({ work, actor, path }) => detail(work.store, actor, path.programId!, path.sessionId!),
  moveSession: async ({ work, actor, path, body }) =>
    toSessionView(await moveSession(work, actor, path.programId!, path.sessionId!, body), 'pair'),
  cancelSession: async ({ work, actor, path, body }) =>
    toSessionView(await cancelSession(work, actor, path.programId!, path.sessionId!, body.reason), 'pair'),
  recordAttendance: async ({ work, actor, path, body }) => {
    await recordAttendance(work, actor, path.programId!, path.sessionId!, body)
    return detail(work.store, actor, path.programId!, path.sessionId!)
  },
  recordNoShow: async ({ work, actor, path }) =>
    toSessionView(await recordNoShow(work, actor, path.programId!, path.sessionId!), 'pair'),
  rateSession: async ({ work, actor, path, body }) =>
    toSessionView(await rateSession(work, actor, path.programId!, path.sessionId!, body.rating), 'pair'),

  readNotes: ({ work, actor, path }) =>
    readNotes({ ...work, vault: container().vault }, actor, path.programId!, path.sessionId!),
  writeNotes: ({ work, actor, path, body, expected }) =>
    writeNotes({ ...work, vault: container().vault }, actor, path.programId!, path.sessionId!, expected, body),

  countActionItems: async ({ work, actor, path }) => {
    const { zone } = await loadProgram(work.store, actor.tenantId, path.programId!)
    return countActionItems(work.store, actor, path.programId!, localDate(work.now, zone))
  },
  listActionItems: async ({ work, actor, path }) => ({
    items: (await listActionItems(work.store, actor, path.programId!, path.engagementId!)).map(toActionItemView),
  }),
  addActionItem: async ({ work, actor, path, body }) => {
    await addActionItem(work, actor, path.programId!, path.sessionId!, body)
    return detail(work.store, actor, path.programId!, path.sessionId!)
  },
  updateActionItem: async ({ work, actor, path, body }) =>
    toActionItemView(await updateActionItem(work, actor, path.programId!, path.actionId!, body.status)),
}
