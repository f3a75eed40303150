import type { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { defineMessage } from '../message.ts'
import { shortDay, when } from '../when.ts'
import { cut } from '../words.ts'
import { small, withArticle } from './candidacy-words.ts'
import { minutes, referenceFields, sampleReference } from './reference-fields.ts'

/** To a referee (S-C4): who asks for what, how long it takes, and the link that lets them answer. */
const schema = referenceFields
type Data = z.output<typeof schema>

const ask = ({ dueAt, zone }: Data): string =>
  `It takes about ${minutes} minutes. Please answer by ${when(dueAt, zone)}.`

export const message = defineMessage({
  kind: 'reference-asked',
  schema,
  sample: sampleReference,
  subject: (data) =>
    `A reference for ${cut(data.candidateName, 30)}? ${minutes} minutes, by ${shortDay(data.dueAt, data.zone)}`,
  preheader: ask,
  body: (data) => [
    heading(`A reference for ${data.candidateName}`),
    greeting(data),
    paragraph(
      `${data.candidateName} would like to work as ${withArticle(small(data.pathTitle))} in ${data.programName}, the leadership program of ${data.organisationName}, and named you as a referee. We would like to know whether behaviour changed through their work with you. ${ask(data)}`,
    ),
    facts({
      'For whom': data.candidateName,
      'What for': data.pathTitle,
      'Where you know each other from': `${data.organisation}: ${data.relation}`,
      'Asked by': `${data.organisationName}, for ${data.programName}`,
      'Please answer by': when(data.dueAt, data.zone),
    }),
    button('Give the reference', data.href),
    note(
      'You need no account. The link is for you alone, so please do not pass this mail on. Your answer is read by the people who decide on this candidacy. If you would rather not answer, just leave it.',
    ),
  ],
})
