import { z } from 'zod'
import { button, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line, prose } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { small, withArticle } from './candidacy-words.ts'

/** To the candidate who was turned down: the reasons as they are kept, and that they may apply again. */
const schema = envelope.extend({ pathTitle: line, reasons: z.array(prose), href })

export const message = defineMessage({
  kind: 'candidate-rejected',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Otto Olsen',
    recipientRoles: ['coach'],
    pathTitle: 'External coach',
    reasons: ['The outcomes that were shown cannot be verified (S-C2).'],
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) => `Your candidacy as ${withArticle(small(data.pathTitle))} has ended`,
  preheader: () => 'This time it was not enough. You may apply again.',
  body: (data) => [
    heading('Your candidacy has ended'),
    greeting(data),
    paragraph(
      `Thank you for the time and care you put into your candidacy as ${withArticle(small(data.pathTitle))} in ${data.programName}. This time it was decided not to appoint you.`,
    ),
    ...section('Why', data.reasons),
    button('Open your candidacy', data.href),
    note(
      'You may apply again at any time. If you would like to talk about the reasons, ask the lead of this selection.',
    ),
  ],
})
