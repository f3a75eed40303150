import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { isAfter, when } from '../when.ts'
import { cut } from '../words.ts'
import { small, withArticle } from './candidacy-words.ts'
import { minutes, referenceFields, sampleReference } from './reference-fields.ts'

/** To a referee who has not answered yet (S-C4). */
const schema = referenceFields.extend({
  /** Which reminder this is, from 1, and of how many. */
  reminder: z.number().int().min(1),
  reminders: z.number().int().min(1),
  remindedAt: timestamp,
})
type Data = z.output<typeof schema>

const ask = ({ dueAt, remindedAt, zone }: Data): string =>
  isAfter(remindedAt, dueAt)
    ? `We had hoped for it by ${when(dueAt, zone)}; it still helps, and takes about ${minutes} minutes.`
    : `It takes about ${minutes} minutes. Please answer by ${when(dueAt, zone)}.`

export const message = defineMessage({
  kind: 'reference-reminder',
  schema,
  sample: { ...sampleReference, reminder: 1, reminders: 3, remindedAt: '2027-03-22T15:00:00Z' },
  subject: (data) => `Still welcome: your reference for ${cut(data.candidateName, 36)}`,
  preheader: ask,
  body: (data) => [
    heading(`Your reference for ${data.candidateName}`),
    greeting(data),
    paragraph(
      `${data.candidateName} would like to work as ${withArticle(small(data.pathTitle))} in ${data.programName} and named you as a referee. ${ask(data)}`,
    ),
    facts({
      'For whom': data.candidateName,
      'What for': data.pathTitle,
      'Where you know each other from': `${data.organisation}: ${data.relation}`,
    }),
    button('Give the reference', data.href),
    note(
      data.reminder < data.reminders
        ? 'You need no account. The link is for you alone, so please do not pass this mail on. If you would rather not answer, just leave it.'
        : 'This is the last reminder. The link is for you alone, so please do not pass this mail on.',
    ),
  ],
})
