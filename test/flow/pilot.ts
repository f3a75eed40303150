import type { TemplateEdit } from '@pilotgate/core/program/edit-template'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import type { ApiClient } from '../../packages/local/src/seed/client.ts'
import type { Platform } from './platform.ts'

const at = 'nordlicht.example'
/** The people of a small program, by what they are in it. All of them can sign in. */
export const people = {
  owner: `amara.adler@${at}`,
  hrHead: `bruno.bianchi@${at}`,
  learningDirector: `chiara.costa@${at}`,
  sponsor: `dmitri.dahl@${at}`,
  transformationLead: `elif.eriksen@${at}`,
  lead: `femi.fischer@${at}`,
  operations: `greta.garcia@${at}`,
  legal: `kavya.kowalski@${at}`,
  coach: `wanda.weber@${at}`,
  participant: `zofia.tanaka@${at}`,
  otherParticipant: `yusuf.ueda@${at}`,
  /** Known to the sign-in, and in no program. */
  stranger: `ximena.vogel@${at}`,
} as const

const roleOf: Partial<Record<keyof typeof people, string>> = {
  owner: 'program owner',
  hrHead: 'hr head',
  learningDirector: 'learning director',
  sponsor: 'sponsor',
  transformationLead: 'transformation lead',
  lead: 'program lead',
  operations: 'learning operations',
  legal: 'legal',
  coach: 'coach',
  participant: 'participant',
  otherParticipant: 'participant',
}

export const header = 'email,name,roles,zone,manager_email,places,learner_kind'
/** One row of a roster; a name is made from the address. */
export const row = (email: string, roles: string, zone = 'Europe/Berlin', rest = ',,') =>
  `${email},${email.split('@')[0]},${roles},${zone},${rest}`

export const smallRoster = (...more: string[]): string =>
  [
    header,
    ...Object.entries(roleOf).map(([who, role]) => row(people[who as keyof typeof people], role)),
    ...more,
    '',
  ].join('\n')

const gate = { responsible: ['program lead'], asks: [], decides: 'rule', choices: [], scaleDecision: false } as const

/**
 * The leadership pilot cut down to four weeks: a gate by rule, a review by the committee, the week that carries out pivots, and
 * the decision to scale. Gates keep the names they have in the long pilot.
 */
export const shortPilot: TemplateEdit = {
  title: 'Short pilot',
  weeks: 4,
  minimumCohort: 1,
  earlySignals: [],
  removeGates: leadershipPilot24w.gates.map((each) => each.gate),
  addGates: [
    {
      ...gate,
      gate: 'W01',
      week: 1,
      title: 'Scope and intake',
      work: ['Map the KPIs'],
      responsible: ['program lead'],
      asks: [
        { fact: 'kpi-owners-named', of: 'program lead', from: 'one', question: 'How many KPIs have an owner?' },
        { fact: 'baseline-captured', of: 'participant', from: 'each', question: 'Is your baseline captured?' },
      ],
      criterion: {
        words: 'Every KPI has an owner and everyone has a baseline',
        all: [
          { rule: 'at-least', fact: 'kpi-owners-named', threshold: 1 },
          { rule: 'at-least', fact: 'baseline-captured', threshold: 0.9 },
        ],
      },
      choices: [],
    },
    {
      ...gate,
      gate: 'W12',
      week: 2,
      title: 'Review',
      work: ['Review the attendance'],
      responsible: ['sponsor'],
      asks: [{ fact: 'session-attendance', of: 'coach', from: 'each', question: 'How many sessions were held?' }],
      criterion: { words: 'Attendance', all: [{ rule: 'at-least', fact: 'session-attendance', threshold: 0.8 }] },
      decides: 'steering',
      choices: ['continue', 'pivot', 'stop'],
    },
    {
      ...gate,
      gate: 'W13',
      week: 3,
      title: 'Carry out pivots',
      work: ['Carry out each pivot'],
      responsible: ['program lead'],
      asks: [],
      criterion: {
        words: 'Every pivot is done',
        all: [{ rule: 'at-least', fact: 'pivots-done', threshold: 1, whenNone: 'pass' }],
      },
      choices: [],
    },
    {
      ...gate,
      gate: 'W24',
      week: 4,
      title: 'Go or no-go',
      work: ['Decide'],
      responsible: ['sponsor'],
      asks: [{ fact: 'participant-rating', of: 'participant', from: 'each', question: 'How useful was it?' }],
      criterion: {
        words: 'Scale checklist',
        all: [
          { rule: 'at-least', fact: 'session-attendance', threshold: 0.8 },
          { rule: 'at-least', fact: 'participant-rating', threshold: 4 },
        ],
      },
      decides: 'steering',
      choices: ['scale', 'iterate', 'sunset'],
      scaleDecision: true,
    },
  ],
}

export type Pilot = { programId: string; owner: ApiClient; path: { programId: string } }

/** Saves the short pilot as a template of the organisation. */
export const saveShortPilot = async (platform: Platform, templateId = 'short-pilot', edit: TemplateEdit = {}) => {
  const owner = await platform.as(people.owner)
  await owner('copyTemplate', {
    path: { templateId: 'leadership-pilot-24w' },
    body: { templateId, edit: { ...shortPilot, ...edit } },
  })
  return templateId
}

/** A draft with its people. */
export const draftPilot = async (
  platform: Platform,
  startDate: string,
  { name = 'Short pilot', templateId = 'short-pilot', zone = 'Europe/Berlin', roster = smallRoster() } = {},
): Promise<Pilot> => {
  const owner = await platform.as(people.owner)
  const { programId } = await owner('createProgram', { body: { name, templateId, startDate, zone } })
  const path = { programId }
  const { problems } = await owner('importRoster', { path, body: { csv: roster } })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return { programId, owner, path }
}

/** A program that has started. */
export const runPilot = async (...args: Parameters<typeof draftPilot>): Promise<Pilot> => {
  const pilot = await draftPilot(...args)
  await pilot.owner('startProgram', { path: pilot.path, body: { reason: 'All is prepared' } })
  await args[0].settled()
  return pilot
}

/** States what lets W01 pass. */
export const provideW01 = async ({ owner, path }: Pilot, { part = 6, yes = 2 } = {}) => {
  const source = 'Read off the KPI map'
  await owner('attestFact', {
    path,
    body: { fact: 'kpi-owners-named', gate: 'W01', value: { kind: 'ratio', part, whole: 6 }, source },
  })
  await owner('attestFact', {
    path,
    body: { fact: 'baseline-captured', gate: 'W01', value: { kind: 'ratio', part: yes, whole: 2 }, source },
  })
}
