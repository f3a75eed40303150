import { steeringChoices } from '@pilotgate/core/program/template'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateNamed, href, line, outcome, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'
import { shortDay, when } from '../when.ts'
import { count, sentence } from '../words.ts'
import { choiceWords } from './choice-words.ts'
import { outcomeVerb, outcomeWords } from './outcome-words.ts'

/**
 * To each member of the steering committee: a gate that the committee always decides asks for a vote. Also to a program owner
 * outside the committee, who records its decision.
 */
const schema = envelope.extend({
  ...gateNamed,
  outcome,
  value: line,
  reasons: z.array(prose).min(1),
  choices: z.array(z.enum(steeringChoices)).min(1),
  checkedAt: timestamp,
  decideBy: timestamp,
  /** Votes needed, and how many people are asked. */
  quorum: z.number().int().min(1),
  committeeSize: z.number().int().min(1),
  /** Whether a timeline, a budget and a plan for each missed item of the scale checklist are needed. */
  scaleDecision: z.boolean(),
  /** `false` for a reader outside the committee, who only records its decision. */
  votes: z.boolean().default(true),
  href,
  /** The steering pack, once it is made. */
  packHref: href.optional(),
  /** Only for the reader who records the committee's decision: the page for it. */
  recordHref: href.optional(),
})
type Data = z.output<typeof schema>

const needs = ({ votes }: Data): string => (votes ? 'your vote' : 'you to record its decision')

const recordsWhen = ({ quorum, scaleDecision, votes }: Data): string =>
  sentence(
    `You ${votes ? 'also ' : ''}record the committee's decision once ${count(quorum, 'member has', 'members have')} voted${
      scaleDecision ? ', with a timeline, a budget and a plan for each item that was missed' : ''
    }`,
  )

export const message = defineMessage({
  kind: 'vote-needed',
  schema,
  sample: {
    ...sampleEnvelope,
    recipientRoles: ['program owner', 'sponsor'],
    gate: 'W24',
    title: 'Go or no-go: scale, iterate or sunset',
    outcome: 'fail',
    value: '84 % (252 of 300)',
    reasons: [
      'Sponsor actions documented 85 % (17 of 20), needs at least 100 %',
      'Session attendance 84 % (252 of 300), needs at least 80 %',
    ],
    choices: ['scale', 'iterate', 'sunset'],
    checkedAt: '2027-06-18T14:00:00Z',
    decideBy: '2027-06-23T14:00:00Z',
    quorum: 3,
    committeeSize: 5,
    scaleDecision: true,
    href: `${samplePage}/gates/W24/vote`,
    packHref: `${samplePage}/packs/W24.1.001`,
    recordHref: `${samplePage}/gates/W24/record`,
  },
  subject: (data) => `${data.gate} needs ${needs(data)} by ${shortDay(data.decideBy, data.zone)}: ${data.title}`,
  preheader: ({ gate, outcome, value, decideBy, zone, votes }) =>
    `${gate} ${outcomeVerb[outcome]} (${value}). ${votes ? 'Please vote' : 'The committee votes'} by ${when(decideBy, zone)}.`,
  body: (data) => [
    heading(`${data.gate} needs ${needs(data)}`),
    greeting(data),
    paragraph(
      `The gate ${data.gate} (${data.title}) was checked, and the steering committee decides it whatever its outcome. ${
        data.votes ? 'As a member you have a vote. Please vote' : 'Its members vote'
      } by ${when(data.decideBy, data.zone)}.`,
    ),
    facts({
      Outcome: outcomeWords[data.outcome],
      Measured: data.value,
      Checked: when(data.checkedAt, data.zone),
      'Vote by': when(data.decideBy, data.zone),
      Quorum: `${data.quorum} of ${count(data.committeeSize, 'member')}`,
    }),
    ...section('What the check found', data.reasons),
    ...section(
      'Your choices',
      data.choices.map((choice) => choiceWords[choice]),
    ),
    ...(data.packHref ? [button('Open the steering pack', data.packHref)] : []),
    ...(data.votes ? [button(`Vote on ${data.gate}`, data.href)] : []),
    ...(data.recordHref
      ? [paragraph(recordsWhen(data)), button(`Record the decision on ${data.gate}`, data.recordHref)]
      : []),
    note(
      `The program waits at this gate until the decision is recorded. ${
        data.votes ? 'Your vote and its reason are kept with it.' : 'All votes and their reasons are kept with it.'
      }`,
    ),
  ],
})
