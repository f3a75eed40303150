import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'
import { count, cut, enumerate } from '../words.ts'
import { small, withArticle } from './candidacy-words.ts'

/** To the lead of the path, or the program owner when the lead is late: a step stays open in spite of reminders. */
const schema = envelope.extend({
  candidateName: line,
  pathTitle: line,
  step: line,
  dueAt: timestamp,
  /** Who has not answered, and what they were asked for. */
  late: z.array(z.strictObject({ name: line, what: line })).min(1),
  reminders: z.number().int().min(1),
  /** Until when the step still waits. */
  waitsUntil: timestamp,
  href,
})
type Data = z.output<typeof schema>

const names = ({ late }: Data): string[] => [...new Set(late.map(({ name }) => name))]
const request = (data: Data): string => `Please speak with ${enumerate(names(data))}.`

export const message = defineMessage({
  kind: 'selection-escalation',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Carla Diaz',
    recipientRoles: ['coach lead'],
    candidateName: 'Otto Olsen',
    pathTitle: 'External coach',
    step: 'the live demo',
    dueAt: '2027-03-05T15:00:00Z',
    late: [
      { name: 'Jonas Weber', what: 'Score the live demo' },
      { name: 'Lena Brandt', what: 'Score the live demo' },
    ],
    reminders: 3,
    waitsUntil: '2027-03-17T15:00:00Z',
    href: `${samplePage}/candidacies/01KFZ0Q3W5T7R9YB2M4N6P8S0E.01`,
  },
  subject: (data) =>
    `Overdue: ${data.step}, candidacy of ${cut(data.candidateName, 24)} (${count(names(data).length, 'person', 'people')})`,
  preheader: request,
  body: (data) => [
    heading(`Overdue: ${data.step}`),
    greeting(data),
    paragraph(
      `The candidacy of ${data.candidateName} as ${withArticle(small(data.pathTitle))} stands still: ${data.step} is open in spite of ${count(data.reminders, 'reminder')}. ${request(data)}`,
    ),
    facts({
      Candidate: data.candidateName,
      Due: when(data.dueAt, data.zone),
      'Still waits until': when(data.waitsUntil, data.zone),
    }),
    ...section(
      'Who has not answered',
      data.late.map(({ name, what }) => ({ text: name, detail: what })),
    ),
    button('Open the candidacy', data.href),
    note(
      'If nothing comes by then, the step is decided by what is there where that is enough, such as the scores of most of a panel. Otherwise it is put on hold for 14 days.',
    ),
  ],
})
