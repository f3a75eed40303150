import type { materialView } from '@pilotgate/contracts/selection/views'
import { courseQuiz } from '@pilotgate/core/selection/course-quiz'
import type { FormName, FormOf, SelectionForm } from '@pilotgate/core/selection/forms/forms'
import type { z } from 'zod'
import { sampleRows } from '../seed/sample-company.ts'
import type { Chance } from './chance.ts'

export type Material = z.input<typeof materialView>
type Who = { email: string; chance: Chance; now: number }

const day = 24 * 60 * 60 * 1000
const onDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** What becomes of a few candidates; everyone else passes at the first attempt. */
const fates = {
  /** Scored too low in the live demo for a second attempt. */
  lowDemo: 'Zeno Zimmermann',
  /** Not quite there in the first live demo: on hold, then passed. */
  heldDemo: 'Anton Abebe',
  /** Tells instead of asking when pressed: fails the stance test. */
  tells: 'Bela Berg',
  /** Bias-awareness training not shown at first: on hold, then passed. */
  untrained: 'Marek Meier',
}

/** What a simulated person answers to a task of a selection. */
export const selectionAnswer = (material: Material, who: Who): SelectionForm => {
  const answer = answers[material.form as Exclude<FormName, 'reference'>]
  return (answer as (material: Material, who: Who) => SelectionForm)(material, who)
}

const earlierOutcome = {
  engagement: 'Coaching of team leads in a platform migration',
  measure: 'Decisions taken in the teams',
  before: '20 per cent',
  after: '65 per cent',
  year: 2025,
}

/** How somebody marks a dimension: mostly 4 and 5, and each member a little differently. */
const markOf = ({ candidateName, step, round }: Material, dimension: string, { email, chance }: Who): number => {
  if (step === 'live-demo' && candidateName === fates.lowDemo) return chance('low', email, dimension) < 0.5 ? 1 : 2
  if (step === 'live-demo' && candidateName === fates.heldDemo && round === 1) return 3
  return chance('mark', email, candidateName, step, dimension) < 0.6 ? 5 : 4
}

const findings = ({ rules }: Material, met: (rule: string) => boolean = () => true) =>
  rules.map(({ rule }) => ({
    rule,
    met: met(rule),
    note: met(rule) ? 'Seen and convincing.' : 'The certificate is missing; please send it.',
  }))

const answers: { [F in Exclude<FormName, 'reference'>]: (material: Material, who: Who) => FormOf<F> } = {
  'coach-application': () => ({
    kind: 'coach-application',
    credential: { level: 'PCC', number: 'PCC-48211', validUntil: '2029-06-30' },
    outcomes: [earlierOutcome],
    conflicts: [],
  }),
  'mentor-application': (_, { now, email, chance }) => ({
    kind: 'mentor-application',
    history: 'Engineer, team lead, head of a product area in eleven years here.',
    introductions: Array.from({ length: 1 + Math.floor(chance('introductions', email) * 4) }, (_each, index) => ({
      on: onDay(now - (60 + index * 70) * day),
      who: 'A team lead of another area',
      to: 'The head of platform',
      result: 'Joined the planning round',
    })),
    outcomes: [{ ...earlierOutcome, engagement: 'Mentoring of a new team lead' }],
    biasTraining: { completedOn: onDay(now - 200 * day), by: 'People team' },
    conflicts: [],
  }),
  'internal-coach-application': () => ({
    kind: 'internal-coach-application',
    examples: ['Helped a colleague to prepare a hard conversation by asking, not telling.'],
    motivation: 'I want teams to find their own answers.',
    conflicts: [],
  }),
  check: (material) => ({
    kind: 'check',
    findings: findings(
      material,
      (rule) => !(rule === 'S-M4' && material.candidateName === fates.untrained && material.round === 1),
    ),
  }),
  observation: (material, { now }) => ({
    kind: 'observation',
    heldOn: onDay(now - day),
    minutes: 30,
    revertedToTelling: false,
    findings: findings(material),
  }),
  endorsement: () => ({ kind: 'endorsement', endorsed: true, note: 'Opens doors for others, and has the time.' }),
  panel: ({ rubric, eligible = [], candidateName }, { chance }) => {
    const seats = (rubric?.composition ?? []).map((role) => eligible.find(({ roles }) => roles.includes(role))!)
    const others = eligible
      .filter((person) => !seats.includes(person))
      .toSorted((a, b) => chance('seat', candidateName, a.name) - chance('seat', candidateName, b.name))
    const members = [...seats, ...others].slice(0, Math.max(rubric!.minimumPanel, seats.length))
    return { kind: 'panel', members: members.map(({ personId }) => personId) }
  },
  scores: (material, who) => {
    const { rubric, candidateName } = material
    const marks = rubric!.dimensions.map(({ dimension }) => [dimension, markOf(material, dimension, who)])
    const rules = rubric!.knockOuts.map(({ rule }) => [rule, candidateName === fates.tells])
    return { kind: 'scores', marks: Object.fromEntries(marks), rules: Object.fromEntries(rules) }
  },
  referees: ({ candidateName }) => ({
    kind: 'referees',
    referees: ['Birke AG', 'Fjord ASA'].map((organisation) => ({
      name: `Client of ${candidateName}`,
      email: `${candidateName.split(' ')[0]!.toLowerCase()}@${organisation.split(' ')[0]!.toLowerCase()}.example`,
      organisation,
      relation: 'Had me coach their team leads',
    })),
  }),
  signature: ({ document }, { email }) => ({
    kind: 'signature',
    version: document!.version,
    name: sampleRows().find((row) => row.email === email)!.name,
    ...(document!.document === 'time-allocation' && { protectedPercent: 15 }),
  }),
  quiz: () => ({
    kind: 'quiz',
    answers: Object.fromEntries(courseQuiz.map(({ question, right }) => [question, right])),
  }),
  recording: ({ eligible = [], candidateName }, { chance }) => {
    const [peer] = eligible.toSorted(
      (a, b) => chance('peer', candidateName, a.name) - chance('peer', candidateName, b.name),
    )
    return { kind: 'recording', link: 'https://video.nordlicht.example/feedback', minutes: 10, peers: [peer!.personId] }
  },
  'peer-review': () => ({
    kind: 'peer-review',
    specific: true,
    aboutBehaviour: true,
    invitesReply: true,
    note: 'Named one situation and asked for her view of it.',
  }),
  'escalation-flow': () => ({
    kind: 'escalation-flow',
    situation: 'A mentee tells of unwanted advances by a superior.',
    steps: [
      { who: 'Mentor', does: 'Says what cannot be kept confidential, and whom to tell', within: 'The same day' },
      { who: 'HR head', does: 'Takes the case over and protects the mentee', within: '24 hours' },
    ],
  }),
  commitment: (_, { now }) => ({
    kind: 'commitment',
    action: 'introduction',
    what: 'Introduce my mentee to the head of platform, and stay for the first talk.',
    verifiedBy: 'The head of platform',
    dueOn: onDay(now + 45 * day),
  }),
  practice: (_, { now }) => ({
    kind: 'practice',
    sessions: Array.from({ length: 10 }, (_each, index) => ({
      on: onDay(now - (30 - index * 3) * day),
      minutes: 60,
      recorded: index % 3 === 0,
    })),
    learned: 'To wait longer before I speak.',
  }),
}

/** What a referee writes; each remembers something else. */
export const referenceFrom = (email: string): FormOf<'reference'> => ({
  kind: 'reference',
  behaviourChanged: true,
  whatChanged: `Team leads decide more themselves, says ${email}.`,
  measuredBy: 'Share of decisions taken in the teams: from 20 to 65 per cent',
  confidentialityKept: true,
  recommend: 5,
})
