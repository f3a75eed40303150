import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'
import { count } from '../words.ts'

/** To supervisors and reviewers: which coaches were drawn for review in a quarter (Q2), and who reviews them. */
const schema = envelope.extend({
  quarter: line,
  /** The coaches that the reader reviews. */
  own: z.array(z.strictObject({ coachName: line, href })),
  /** The others, with their reviewer; without one, nobody independent was found. */
  others: z.array(z.strictObject({ coachName: line, reviewerName: line.optional() })),
  dueAt: timestamp,
  href,
})
type Data = z.output<typeof schema>

const share = ({ own, dueAt, zone }: Data): string =>
  own.length === 0
    ? 'None of them is yours.'
    : `${count(own.length, 'review is', 'reviews are')} yours, before ${shortDay(dueAt, zone)}.`

export const message = defineMessage({
  kind: 'reviews-sampled',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Selma Sand',
    recipientRoles: ['supervisor'],
    quarter: '2027-Q2',
    own: [{ coachName: 'Wanda Weber', href: `${samplePage}/reviews/2027-Q2.01KFZ0Q3W5T7R9YB2M4N6P8S0E` }],
    others: [{ coachName: 'Carl Frost', reviewerName: 'Ines Moreau' }],
    dueAt: '2027-06-30T22:00:00Z',
    href: `${samplePage}/supervision`,
  },
  subject: (data) =>
    data.own.length > 0
      ? `Please review ${data.own.length === 1 ? 'a coach' : `${data.own.length} coaches`} in ${data.quarter}`
      : `Coaches drawn for review in ${data.quarter}`,
  preheader: share,
  body: (data) => [
    heading(`Reviews of coaches in ${data.quarter}`),
    greeting(data),
    paragraph(
      `${count(data.own.length + data.others.length, 'coach was', 'coaches were')} drawn for a recorded or observed review: at least 20 % of the active ones, beginning with those who were never drawn. ${share(data)}`,
    ),
    facts({ Quarter: data.quarter, 'To be held before': when(data.dueAt, data.zone) }),
    ...section(
      'You review',
      data.own.map(({ coachName, href }) => ({ text: coachName, href })),
    ),
    ...section(
      'Others review',
      data.others.map(({ coachName, reviewerName }) => ({
        text: coachName,
        detail: reviewerName ? `By ${reviewerName}` : 'Nobody independent yet: please find a reviewer.',
      })),
    ),
    button('Open supervision', data.href),
    note('After a review, written feedback is due within 48 hours and a 1:1 supervision within a week.'),
  ],
})
