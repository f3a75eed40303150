import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { cut } from '../words.ts'

/** To the reviewer, and with their name to the coach lead: what follows a review is late (Q2). Nothing of what the review found. */
const schema = envelope.extend({
  reviewerName: line.optional(),
  coachName: line,
  late: z.enum(['feedback', 'supervision']),
  heldAt: timestamp,
  dueAt: timestamp,
  href,
})
type Data = z.output<typeof schema>

const what = ({ late }: Data): string => (late === 'feedback' ? 'written feedback' : '1:1 supervision')
const rule = ({ late }: Data): string => (late === 'feedback' ? 'within 48 hours' : 'within a week')

const ask = ({ reviewerName, late }: Data): string => {
  if (reviewerName) return `Please speak with ${reviewerName}.`
  return late === 'feedback' ? 'Please write it now.' : 'Please hold it now, and record when it was.'
}

export const message = defineMessage({
  kind: 'review-late',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Carla Diaz',
    recipientRoles: ['coach lead'],
    reviewerName: 'Selma Sand',
    coachName: 'Wanda Weber',
    late: 'feedback',
    heldAt: '2027-05-10T09:00:00Z',
    dueAt: '2027-05-12T09:00:00Z',
    href: `${samplePage}/reviews/2027-Q2.01KFZ0Q3W5T7R9YB2M4N6P8S0E`,
  },
  subject: (data) => `Late: ${what(data)} for ${cut(data.coachName, 40)}`,
  preheader: ask,
  body: (data) => [
    heading(`Late: ${what(data)} for ${data.coachName}`),
    greeting(data),
    paragraph(
      `After the review of ${data.coachName}, ${what(data)} was due ${rule(data)} and is not recorded. ${ask(data)}`,
    ),
    facts({
      Coach: data.coachName,
      Reviewer: data.reviewerName,
      'Review held': when(data.heldAt, data.zone),
      'Was due': when(data.dueAt, data.zone),
    }),
    button('Open the review', data.href),
    note('You get this mail once for each late follow-up.'),
  ],
})
