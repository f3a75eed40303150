import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../../packages/core/src/program/check-template.ts'
import { steeringRoles } from '../../packages/core/src/program/roles.ts'
import { programTemplate } from '../../packages/core/src/program/template.ts'
import { shippedTemplates } from '../../packages/core/src/program/templates/index.ts'

const [pilot, mentorCoach, clinics, accountability, internal] = shippedTemplates

describe.each(shippedTemplates)('$templateId', (template) => {
  it('is well formed and has nothing to remedy', () => {
    expect(programTemplate.parse(template)).toEqual(template)
    expect(checkTemplate(template)).toEqual([])
  })

  it('has the shipped defaults: quorum 3 of 5, Monday 09:00, Friday 16:00, three days and three reminders', () => {
    expect(template).toMatchObject({
      steering: { committee: [...steeringRoles], quorum: 3 },
      hours: { opens: '09:00', checks: '16:00' },
      patience: { days: 3, reminders: 3 },
    })
  })

  it('names each gate after its week', () => {
    for (const { gate, week } of template.gates) expect(Number(gate.slice(1))).toBe(week)
  })
})

describe('leadership-pilot-24w (domain §7.1)', () => {
  it('has 24 weekly gates, a cohort of 20 and early signals at day 60 and 120', () => {
    expect(pilot).toMatchObject({ weeks: 24, minimumCohort: 20, earlySignals: [{ day: 60 }, { day: 120 }] })
    expect(pilot!.gates.map(({ week }) => week)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
  })

  it('leaves W12, W19 and W24 to the committee, and only W24 decides on scaling', () => {
    const steering = pilot!.gates.filter(({ decides }) => decides === 'steering')
    expect(steering.map(({ gate, choices, scaleDecision }) => [gate, choices, scaleDecision])).toEqual([
      ['W12', ['continue', 'pivot', 'stop'], false],
      ['W19', ['same budget', 'adjust budget', 'stop'], false],
      ['W24', ['scale', 'iterate', 'sunset'], true],
    ])
  })

  const committee = ['hr head', 'learning director', 'sponsor', 'transformation lead', 'program owner']
  it.each([
    ['W01', ['program lead', 'legal', 'sponsor']],
    ['W02', ['learning operations', 'hr head', 'program lead']],
    ['W03', ['program lead', 'coach lead', 'mentor lead']],
    ['W04', ['program lead', 'matching owner']],
    ['W05', ['coach', 'mentor', 'hr analytics']],
    ['W06', ['coach', 'mentor']],
    ['W07', ['program lead', 'learning operations']],
    ['W08', ['coach', 'program lead']],
    ['W09', ['program lead', 'matching owner']],
    ['W10', ['coach', 'mentor']],
    ['W11', ['hr analytics', 'program lead']],
    ['W12', committee],
    ['W13', ['program lead', 'coach']],
    ['W14', ['coach', 'learning operations']],
    ['W15', ['mentor', 'hr head']],
    ['W16', ['hr analytics', 'learning operations']],
    ['W17', ['hr analytics']],
    ['W18', ['program lead', 'sponsor']],
    ['W19', [...committee, 'finance']],
    ['W20', ['program lead', 'procurement']],
    ['W21', ['hr analytics']],
    ['W22', ['coach', 'mentor', 'learning operations']],
    ['W23', ['hr analytics', 'program lead']],
    ['W24', committee],
  ])('%s is the business of %j', (gate, responsible) => {
    expect(pilot!.gates.find((each) => each.gate === gate)?.responsible).toEqual(responsible)
  })

  it.each([
    ['W05', 'baseline-captured', 'participant'],
    ['W06', 'session-attendance', 'coach'],
    ['W08', 'primary-indicator-movement', 'participant'],
    ['W10', 'action-items-documented', 'coach'],
    ['W11', 'managers-confirm-progress', 'manager'],
    ['W12', 'session-attendance', 'coach'],
    ['W14', 'closing-notes-submitted', 'coach'],
    ['W15', 'sponsor-actions-logged', 'mentor'],
    ['W22', 'mentor-progress-submitted', 'mentor'],
  ])('%s asks for %s of each %s', (gate, fact, of) => {
    const { asks } = pilot!.gates.find((each) => each.gate === gate)!
    expect(asks.find((ask) => ask.fact === fact)).toMatchObject({ of, from: 'each' })
  })

  it('asks one person only of a role that is responsible that week, save W12, whose numbers HR analytics brings', () => {
    for (const { gate, asks, responsible } of pilot!.gates) {
      for (const { of, from } of asks) if (from === 'one' && gate !== 'W12') expect(responsible).toContain(of)
    }
  })
})

it('mentor-coach-120d is the 90-day template with clinics, edited', () => {
  expect(clinics).toMatchObject({ weeks: 17, minimumCohort: mentorCoach!.minimumCohort })
  expect(clinics!.gates.map(({ gate }) => gate)).toEqual(['M00', 'M01', 'M04', 'M11', 'M17'])
  expect(clinics!.gates.slice(0, 3)).toEqual(mentorCoach!.gates.slice(0, 3))
  expect(clinics!.gates[4]).toEqual({ ...mentorCoach!.gates[4], gate: 'M17', week: 17 })
})

it('the others have the gates of domain §7.2–7.4', () => {
  expect(mentorCoach!.gates.map(({ gate }) => gate)).toEqual(['M00', 'M01', 'M04', 'M08', 'M12'])
  expect(accountability!.gates.map(({ gate }) => gate)).toEqual(['A00', 'A02', 'A04', 'A06', 'A08', 'A12'])
  expect(internal!.gates.map(({ gate, choices }) => [gate, choices])).toEqual(
    ['C00', 'C13', 'C26', 'C52'].map((gate) => [gate, ['go', 'iterate', 'stop']]),
  )
})
