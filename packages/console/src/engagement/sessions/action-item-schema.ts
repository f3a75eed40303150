import type { Hints, Schema } from '../../form/schema.ts'
import { day, form, text } from '../schemas.ts'
import type { Engagement } from '../words.ts'

/** One action item (E3): what, who, by when, and how one will see that it is done. */
export const actionItem: Schema = form(
  {
    kind: { type: 'string', title: 'Promised to', enum: ['action', 'team commitment'] },
    text: text('What is to be done', 500),
    ownerId: { type: 'string', title: 'Who does it' },
    dueOn: day('Done by'),
    verification: text('How one will see that it is done', 500),
    ticketId: { type: 'string', title: 'Ticket or key result', maxLength: 60 },
  },
  ['ticketId'],
)

/** @param at path of the action item within the form */
export const actionItemHints = (
  { participantId, participantName, providerId, providerName }: Engagement,
  at = '',
): Hints => ({
  [`${at}kind`]: {
    options: [
      { value: 'action', label: 'Oneself or the other one' },
      { value: 'team commitment', label: 'A team' },
    ],
  },
  [`${at}ownerId`]: {
    options: [
      { value: participantId, label: participantName },
      { value: providerId, label: providerName },
    ],
  },
})

export type ActionItemEntered = {
  kind: 'action' | 'team commitment'
  text: string
  ownerId: string
  dueOn: string
  verification: string
  ticketId?: string
}
