import type { Hints, Schema } from '../../form/schema.ts'

const text = (maxLength: number, minLength = 1): Schema => ({ type: 'string', minLength, maxLength })
const mark = (title: string): Schema => ({ type: 'integer', minimum: 1, maximum: 5, title })
const day: Schema = { type: 'string', format: 'date' }
const instant: Schema = { type: 'string', format: 'date-time' }

/** An object whose properties are all needed, except those named. */
const all = (properties: Record<string, Schema>, optional: string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})

/** The five dimensions that a review of a coach rates, as in the live demo. */
export const ratingWords = {
  challengeSkill: 'Challenge skill',
  behaviouralTools: 'Behavioural tools',
  confidentialityPractice: 'Confidentiality practice',
  contextFluency: 'Context fluency',
  measurableOutcomes: 'Measurable outcomes',
}
const ratings = all(Object.fromEntries(Object.entries(ratingWords).map(([name, title]) => [name, mark(title)])))
const findings: Schema = { type: 'array', items: text(1000), minItems: 1, maxItems: 20 }

const seen: Hints = {
  heldAt: { label: 'When was it held?' },
  heldOn: { label: 'Held on' },
  ratings: { label: 'Ratings' },
  findings: { label: 'What was seen', noun: 'finding', description: 'Nobody but the coach by name.' },
  note: { label: 'What was seen' },
}

/** The review of a coach in a quarter (Q2). */
export const reviewForm = {
  schema: all({
    mode: { type: 'string', enum: ['recorded', 'observed'] },
    heldAt: instant,
    ratings,
    drift: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'string',
        enum: [
          'advising instead of asking',
          'telling under pressure',
          'boundary blur',
          'confidentiality slip',
          'no measurable goal',
        ],
      },
    },
    findings,
    outcome: { type: 'string', enum: ['fine', 'drift', 'suspend'] },
  }),
  hints: {
    ...seen,
    mode: {
      label: 'What was reviewed?',
      options: [
        { value: 'recorded', label: 'A recorded session' },
        { value: 'observed', label: 'An observed session' },
      ],
    },
    drift: { label: 'Drift from coaching', description: 'Leave it empty when there was none.' },
    outcome: {
      label: 'What does it come to?',
      options: [
        { value: 'fine', label: 'Fine', description: 'No drift was seen.' },
        { value: 'drift', label: 'Drift', description: 'The coach goes on and works on it.' },
        { value: 'suspend', label: 'Suspend', description: 'No new matches until the lead reinstates the coach.' },
      ],
    },
  } satisfies Hints,
}

/** The midpoint calibration, or the final observed review, of a practicum. */
export const practicumReviewForm = {
  schema: all({
    review: { type: 'string', enum: ['midpoint', 'final'] },
    heldAt: instant,
    ratings,
    findings,
    outcome: { type: 'string', enum: ['pass', 'repeat'] },
  }),
  hints: {
    ...seen,
    review: {
      label: 'Which review?',
      options: [
        { value: 'midpoint', label: 'Midpoint calibration' },
        { value: 'final', label: 'Final observed review' },
      ],
    },
    outcome: {
      label: 'What does it come to?',
      options: [
        { value: 'pass', label: 'Passed' },
        { value: 'repeat', label: 'To be repeated', description: 'Another review of the same kind is needed.' },
      ],
    },
  } satisfies Hints,
}

/** Written feedback on a review, and the 1:1 supervision after it. */
export const feedbackForm = {
  schema: all({ text: text(2000, 3) }),
  hints: { text: { label: 'Feedback', description: 'The coach reads it.' } } satisfies Hints,
}
export const supervisionForm = {
  schema: all({ heldAt: instant, note: text(2000, 3) }),
  hints: { heldAt: { label: 'When was it held?' }, note: { label: 'What was agreed?' } } satisfies Hints,
}

export const practiceForm = {
  schema: all({
    on: day,
    kind: { type: 'string', enum: ['coached', 'lab'] },
    minutes: { type: 'integer', minimum: 0, maximum: 480 },
  }),
  hints: {
    on: { label: 'On which day?' },
    kind: {
      label: 'What was it?',
      options: [
        { value: 'coached', label: 'Coaching', description: 'With a coachee.' },
        { value: 'lab', label: 'Lab or debrief', description: 'Reflective labs and debriefs with peers.' },
      ],
    },
    minutes: { label: 'How long did it last?', unit: 'minutes' },
  } satisfies Hints,
}

export const capstoneForm = {
  schema: all({ kpi: text(200), baseline: text(200), result: text(200), link: text(2000) }),
  hints: {
    kpi: { label: 'Which KPI was agreed?' },
    baseline: { label: 'How was it before?' },
    result: { label: 'How was it afterwards?' },
    link: { label: 'How did the coaching lead to the change?' },
  } satisfies Hints,
}

/** The parts of a recertification (Q3; mentors: Q5), each with its fields. */
export const recertificationForms = {
  'observed session': {
    schema: all({
      heldOn: day,
      minutes: { type: 'integer', minimum: 15, maximum: 240 },
      ratings,
      note: text(2000),
    }),
    hints: { ...seen, minutes: { label: 'How long did it last?', unit: 'minutes' } } satisfies Hints,
  },
  'peer review': {
    schema: all({ heldOn: day, peerId: { type: 'string' }, note: text(2000) }),
    hints: seen,
  },
  'sponsor action': {
    schema: all({ heldOn: day, what: text(1000), evidence: text(1000) }),
    hints: { ...seen, what: { label: 'What was done?' }, evidence: { label: 'What shows it?' } } satisfies Hints,
  },
}

export const briefForm = {
  schema: all({
    summary: text(4000),
    outcomes: { type: 'array', minItems: 1, maxItems: 20, items: all({ behaviour: text(500), evidence: text(1000) }) },
  }),
  hints: {
    summary: { label: 'The last 12 months in short', description: 'Name nobody.' },
    outcomes: { label: 'Outcomes', noun: 'outcome' },
    'outcomes.behaviour': { label: 'Which behaviour changed?' },
    'outcomes.evidence': { label: 'What shows it?' },
  } satisfies Hints,
}

const count = (maximum: number): Schema => ({ type: 'integer', minimum: 0, maximum })
export const deliveryForm = {
  schema: all({
    sessionsPlanned: count(10_000),
    sessionsHeld: count(10_000),
    coachedMinutes: count(1_000_000),
    ratings: { type: 'array', items: { type: 'number', minimum: 1, maximum: 5 }, maxItems: 1000 },
    evidencedOutcomes: count(1000),
  }),
  hints: {
    sessionsPlanned: { label: 'Sessions planned' },
    sessionsHeld: { label: 'Sessions held' },
    coachedMinutes: { label: 'How long were these together?', unit: 'minutes' },
    ratings: { label: 'Ratings of participants', noun: 'rating', description: 'From 1 to 5, nobody by name.' },
    evidencedOutcomes: { label: 'Behavioural outcomes that are evidenced' },
  } satisfies Hints,
}

export const calibrationForm = {
  schema: all({
    heldOn: day,
    present: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 100, uniqueItems: true },
    note: text(4000),
  }),
  hints: { heldOn: { label: 'Held on' }, present: { label: 'Who took part?' }, note: { label: 'What came of it?' } },
}

const people: Schema = { type: 'array', items: { type: 'string' }, maxItems: 100, uniqueItems: true }
/** Who supervises whom (Q1). */
export const rosterForm = all({
  masters: {
    type: 'array',
    maxItems: 50,
    items: all({
      personId: { type: 'string' },
      coaches: people,
      leads: { type: 'array', maxItems: 30, items: all({ personId: { type: 'string' }, coaches: people }) },
    }),
  },
})
