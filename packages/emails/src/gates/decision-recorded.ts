import { choice } from '@pilotgate/core/program/gate-record'
import { z } from 'zod'
import { button, facts, greeting, heading, note, paragraph, section } from '../blocks.ts'
import { envelope, gateAhead, gateNamed, href, line, ownTask, prose, timestamp } from '../fields.ts'
import { defineMessage } from '../message.ts'
import { sampleEnvelope, sampleGate, samplePage } from '../sample.ts'
import { calendarDay, when } from '../when.ts'
import { capital } from '../words.ts'

/** To those whom a decision concerns: what was decided, by whom, why, and what happens next. */
const schema = envelope.extend({
  ...gateNamed,
  choice: choice.exclude(['pass']),
  reason: prose,
  authority: z.enum(['program owner', 'steering committee']),
  /** The person who decided, or who recorded the committee's decision. */
  decidedBy: line,
  decidedAt: timestamp,
  votes: z.array(z.strictObject({ name: line, choice: line, reason: prose.optional() })).optional(),
  plan: prose.optional(),
  recheckOn: z.iso.date().optional(),
  timeline: prose.optional(),
  budget: prose.optional(),
  remediationPlans: z.array(z.strictObject({ item: line, plan: prose })).optional(),
  /** Tasks of this reader that follow from the decision. */
  tasks: z.array(ownTask),
  /** The gate that opens next; left out when the gate is rechecked, the program ends, or this was its last gate. */
  next: gateAhead.optional(),
  href,
})
type Data = z.output<typeof schema>

const nextStep = ({ choice, gate, recheckOn, next, zone }: Data): string => {
  if (choice === 'stop') return 'The program stops here. Open tasks are cancelled.'
  if (choice === 'sunset') return 'The program comes to an orderly end.'
  if (recheckOn) return `${gate} is checked again on ${calendarDay(recheckOn)}. The next week opens once it passes.`
  if (choice === 'remediate') return `${gate} is checked again once the plan is carried out.`
  if (next) return `${next.gate} (${next.title}) opens on ${when(next.opensAt, zone)}.`
  return 'No further gate follows in this program.'
}

export const message = defineMessage({
  kind: 'decision-recorded',
  schema,
  sample: {
    ...sampleEnvelope,
    ...sampleGate,
    recipientRoles: ['program lead'],
    recipientName: 'Jonas Weber',
    choice: 'remediate',
    reason: 'Two coaches were ill; the sessions can be held next week.',
    authority: 'program owner',
    decidedBy: 'Ada Stein',
    decidedAt: '2027-02-13T09:20:00Z',
    plan: 'Hold the twelve missed sessions.\nA stand-in coach takes four of them.',
    recheckOn: '2027-02-19',
    tasks: [
      { title: 'Say when the plan is done', dueAt: '2027-02-19T11:00:00Z', href: `${samplePage}/tasks/W06.remediate` },
    ],
    href: `${samplePage}/gates/W06`,
  },
  subject: ({ gate, choice, recheckOn }) =>
    `${gate} decided: ${choice}${choice === 'remediate' && recheckOn ? `, recheck on ${calendarDay(recheckOn)}` : ''}`,
  preheader: (data) => `${nextStep(data)} Decided by ${data.decidedBy}.`,
  body: (data) => [
    heading(`${data.gate} decided: ${data.choice}`),
    greeting(data),
    paragraph(`The ${data.authority} decided the gate ${data.gate} (${data.title}). ${nextStep(data)}`),
    facts({
      Decision: capital(data.choice),
      Reason: data.reason,
      [data.authority === 'steering committee' ? 'Recorded by' : 'Decided by']: data.decidedBy,
      On: when(data.decidedAt, data.zone),
      Plan: data.plan,
      'Recheck on': data.recheckOn && calendarDay(data.recheckOn),
      Timeline: data.timeline,
      Budget: data.budget,
    }),
    ...section(
      'Plans for the items missed',
      (data.remediationPlans ?? []).map(({ item, plan }) => ({ text: item, detail: plan })),
    ),
    ...section(
      'Votes',
      (data.votes ?? []).map(({ name, choice, reason }) => ({ text: `${name}: ${choice}`, detail: reason })),
    ),
    ...section(
      'Your tasks',
      data.tasks.map((task) => ({ text: task.title, detail: `Due ${when(task.dueAt, data.zone)}`, href: task.href })),
    ),
    button('Open the decision', data.href),
    ...(data.tasks.length === 0 ? [note('You need not do anything because of this mail.')] : []),
  ],
})
