import { service } from '@pilotgate/core/intake/intake-record'
import { z } from 'zod'
import { button, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/** To the matching owner: a participant says that their match does not fit (M8). No names and no notes: the page has them. */
const schema = envelope.extend({ service, check: z.enum(['chemistry', 'reassessment']), href })

export const message = defineMessage({
  kind: 'match-doubted',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['matching owner'],
    service: 'mentor',
    check: 'chemistry',
    href: `${samplePage}/matches/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.mentor`,
  },
  subject: (data) => `A match with a ${data.service} does not fit`,
  preheader: () => 'Please speak with the participant.',
  body: (data) => [
    heading('A match does not fit'),
    greeting(data),
    paragraph(
      `In the ${data.check === 'chemistry' ? 'chemistry check after the first week' : 'reassessment after 30 days'}, a participant says that their match with a ${data.service} does not fit. Please speak with them, then reassign the match or let it go on.`,
    ),
    button('Open the match', data.href),
    note('Nothing changes by itself.'),
  ],
})
