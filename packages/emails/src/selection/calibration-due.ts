import { button, facts, greeting, heading, note, paragraph } from '../blocks.ts'
import { envelope, href, line, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { when } from '../when.ts'

/** To the mentor lead and the supervisors: the calibration of mentors of this quarter is to be held (Q6). */
const schema = envelope.extend({ quarter: line, dueAt: timestamp, href })

export const message = defineMessage({
  kind: 'calibration-due',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientName: 'Jonas Weber',
    recipientRoles: ['mentor lead'],
    quarter: '2027-Q2',
    dueAt: '2027-06-30T22:00:00Z',
    href: `${samplePage}/supervision`,
  },
  subject: (data) => `Calibrate the mentors in ${data.quarter}`,
  preheader: () => 'Once a quarter, mentors and leads bring their judgement in line.',
  body: (data) => [
    heading('The calibration of mentors is due'),
    greeting(data),
    paragraph(
      'Once a quarter, mentors and those who lead them look at cases together, so that they judge alike. Please invite to it and log it when it was held.',
    ),
    facts({ Quarter: data.quarter, 'To be held before': when(data.dueAt, data.zone) }),
    button('Open supervision', data.href),
    note('Once it is recorded, you are not asked again before the next quarter.'),
  ],
})
