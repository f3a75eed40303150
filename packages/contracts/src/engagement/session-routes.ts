import { actionItemRecord } from '@pilotgate/core/engagement/sessions/action-item'
import { actionItemInput } from '@pilotgate/core/engagement/sessions/action-item-from'
import { attendanceInput } from '@pilotgate/core/engagement/sessions/record-attendance'
import { sessionTime } from '@pilotgate/core/engagement/sessions/schedule-session'
import { sessionNotes } from '@pilotgate/core/engagement/sessions/session-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { actionCounts, actionItemView, notesView, sessionDetail, sessionView } from './session-views.ts'

const own = { function: 'engagement/api', tag: 'Engagements', action: 'act in own engagement' } as const
const read = { ...own, method: 'GET', action: 'read engagements' } as const
const program = '/v1/programs/{programId}'
const engagement = `${program}/engagements/{engagementId}` as const
const session = `${program}/sessions/{sessionId}` as const
const person = '01KFZ0Q3W5T7R9YB2M4N6P8S0E'
const item = {
  text: 'Let the team decide on the next release alone',
  ownerId: person,
  dueOn: '2027-02-15',
  verification: 'The minutes of the planning name who decided',
  ticketId: 'PLAT-123',
}

export const sessionRoutes = defineRoutes({
  listSessions: {
    ...read,
    path: `${engagement}/sessions`,
    summary: 'List the sessions of an engagement',
    query: pageQuery,
    output: pageOf(sessionView),
  },
  scheduleSession: {
    ...own,
    method: 'POST',
    path: `${engagement}/sessions`,
    summary: 'Schedule a session',
    description:
      'After the kickoff, in the future, within the engagement, and at a time that is free for both. Without `minutes` it lasts as long as the working agreement plans.',
    body: sessionTime.meta({ examples: [{ startsAt: '2027-02-08T09:00:00Z' }] }),
    output: sessionView,
    status: 201,
  },
  getSession: {
    ...read,
    path: session,
    summary: 'Read a session with its blueprint and the fields of GROW; the pair also gets its action items',
    output: sessionDetail,
  },
  moveSession: {
    ...own,
    method: 'POST',
    path: `${session}/move`,
    summary: 'Move a scheduled session',
    body: sessionTime.meta({ examples: [{ startsAt: '2027-02-09T09:00:00Z', minutes: 45 }] }),
    output: sessionView,
  },
  cancelSession: {
    ...own,
    method: 'POST',
    path: `${session}/cancellation`,
    summary: 'Cancel a scheduled session',
    body: z
      .strictObject({ reason: z.string().trim().min(3, 'Say why, in a few words.').max(500) })
      .meta({ examples: [{ reason: 'Both are at the quarterly planning.' }] }),
    output: sessionView,
  },
  recordAttendance: {
    ...own,
    method: 'POST',
    path: `${session}/attendance`,
    summary: 'Record that a session took place, with its topics and 1 to 3 action items',
    description: 'Topics are tags; what was said goes into the notes, which only the pair reads.',
    body: attendanceInput.meta({ examples: [{ topics: ['delegation'], actionItems: [item], guidance: 'questions' }] }),
    output: sessionDetail,
  },
  recordNoShow: {
    ...own,
    method: 'POST',
    path: `${session}/no-show`,
    summary: 'Record that somebody did not come to a session',
    output: sessionView,
  },
  rateSession: {
    ...own,
    method: 'POST',
    path: `${session}/rating`,
    summary: 'Rate a session that you attended as participant, from 1 to 5',
    description: 'A later rating replaces the one before.',
    body: z
      .strictObject({
        rating: z.int('Must be a whole number from 1 to 5.').min(1, 'Must be at least 1.').max(5, 'Must be at most 5.'),
      })
      .meta({ examples: [{ rating: 4 }] }),
    output: sessionView,
  },
  readNotes: {
    ...own,
    method: 'GET',
    path: `${session}/notes`,
    summary: 'Read the confidential notes of your session',
    description:
      'For the two people of the pair and nobody else, whatever their role. That they were read is recorded.',
    output: notesView,
    etag: 'gives',
  },
  writeNotes: {
    ...own,
    method: 'PUT',
    path: `${session}/notes`,
    summary: 'Write the confidential notes of your session',
    description: 'Stored encrypted. Send the `ETag` of the notes you read; `"0"` when there are none yet.',
    body: sessionNotes.meta({ examples: [{ goal: 'Decide less myself', will: 'Skip the Monday review', notes: '' }] }),
    output: notesView,
    etag: 'demands',
  },
  countActionItems: {
    ...read,
    action: 'read measurement',
    path: `${program}/action-items`,
    summary: 'Count the action items of a program by where they stand',
    output: actionCounts,
  },
  listActionItems: {
    ...own,
    method: 'GET',
    path: `${engagement}/action-items`,
    summary: 'List the action items of your engagement',
    output: z.object({ items: z.array(actionItemView) }),
  },
  addActionItem: {
    ...own,
    method: 'POST',
    path: `${session}/action-items`,
    summary: 'Add an action item to a session that was attended, up to three',
    body: actionItemInput.meta({ examples: [item] }),
    output: sessionDetail,
    status: 201,
  },
  updateActionItem: {
    ...own,
    method: 'POST',
    path: `${program}/action-items/{actionId}/status`,
    summary: 'Say that an action item is done, dropped, or open again',
    body: z.strictObject({ status: actionItemRecord.shape.status }).meta({ examples: [{ status: 'done' }] }),
    output: actionItemView,
  },
})
