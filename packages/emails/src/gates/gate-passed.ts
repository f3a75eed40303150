import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateAhead, gateNamed, href, line, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { when } from '../when.ts'

/** To the program owner and lead: a gate passed by its rule and the next week opens by itself. */
const schema = envelope.extend({
  ...gateNamed,
  /** The evaluation's first measured number in words: "84 % (42 of 50)". */
  value: line,
  reasons: z.array(prose),
  checkedAt: timestamp,
  /** The gate that opens next; left out after the last one. */
  next: gateAhead.optional(),
  href,
})
type Data = z.output<typeof schema>

const nextStep = ({ next, zone }: Data): string =>
  next
    ? `${next.gate} (${next.title}) opens by itself on ${when(next.opensAt, zone)}.`
    : 'This was the last gate of the program.'

export const message = defineMessage({
  kind: 'gate-passed',
  schema,
  sample: {
    ...sampleEnvelope,
    ...sampleGate,
    value: '84 % (42 of 50)',
    reasons: ['Session attendance 84 % (42 of 50), needs at least 80 %'],
    checkedAt: '2027-02-12T15:00:00Z',
    next: { gate: 'W07', title: 'Rapid feedback from participants and managers', opensAt: '2027-02-15T08:00:00Z' },
    href: `${samplePage}/gates/W06`,
  },
  subject: ({ gate, value }) => `${gate} passed: ${value}`,
  preheader: (data) => nextStep(data),
  body: (data) => [
    heading(`${data.gate} passed`),
    greeting(data),
    paragraph(`The gate ${data.gate} (${data.title}) passed. You need not do anything.`),
    facts({ Measured: data.value, Checked: when(data.checkedAt, data.zone) }),
    ...section('Why it passed', data.reasons),
    button(`Open ${data.gate}`, data.href),
    note(nextStep(data)),
  ],
})
