import { isDomainError } from '@pilotgate/core/errors'
import { certify } from '@pilotgate/core/matching/assignment/certify'
import { type Instance, noPair } from '@pilotgate/core/matching/assignment/instance'
import type { LivePlan } from '@pilotgate/core/matching/assignment/live-plan'
import { openPlan } from '@pilotgate/core/matching/assignment/reoptimise'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce, scoreGrid } from './brute-force.ts'
import { asEdges, smallInstances } from './small-instances.ts'

type Decision = {
  kind: 'forbid' | 'allow' | 'reserve' | 'release' | 'setCapacity'
  row: number
  column: number
  places: number
}

const decisions = fc.array(
  fc.record({
    kind: fc.constantFrom<Decision['kind']>('forbid', 'forbid', 'allow', 'reserve', 'release', 'setCapacity'),
    row: fc.nat(7),
    column: fc.nat(5),
    places: fc.nat(3),
  }),
  { maxLength: 12 },
)

/** Applies a decision; those that contradict earlier ones are refused and change nothing. */
const apply = (plan: LivePlan, { rows, columns }: Instance, { kind, row, column, places }: Decision): void => {
  if (rows === 0 || columns === 0) return
  const pair = [row % rows, column % columns] as const
  try {
    if (kind === 'release') plan.release(pair[0])
    else if (kind === 'setCapacity') plan.setCapacity(pair[1], places)
    else plan[kind](...pair)
  } catch (error) {
    if (!isDomainError(error, 'Conflict')) throw error
  }
}

const forms: [string, (instance: Instance) => Instance][] = [
  ['a matrix', (instance) => instance],
  ['edges', (instance) => asEdges(instance)],
]

describe.each(forms)('re-optimisation of %s', (_, form) => {
  it('equals a fresh solve after any sequence of decisions', () => {
    fc.assert(
      fc.property(smallInstances({ rows: 7, columns: 5, places: 3 }), decisions, (drawn, made) => {
        const instance = form(drawn)
        const plan = openPlan(instance)
        for (const decision of made) {
          apply(plan, instance, decision)
          const now = plan.solution()
          const best = bruteForce(plan.instance())
          expect({ total: plan.total(), optimal: now.optimal }).toEqual({ total: best.total, optimal: true })
          expect([now.total, now.matched]).toEqual([plan.total(), plan.matched()])
          expect(certify(plan.instance(), now).valid).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('goes on from a solution that was kept', () => {
    fc.assert(
      fc.property(smallInstances({ rows: 6, columns: 5, places: 2 }), decisions, (drawn, made) => {
        const instance = form(drawn)
        const plan = openPlan(instance, solve(instance))
        for (const decision of made) apply(plan, instance, decision)
        expect(plan.solution()).toMatchObject({ optimal: true, total: bruteForce(plan.instance()).total })
      }),
      { numRuns: 200 },
    )
  })

  it('tries a pair out at what a fresh solve with it gives, and leaves the plan as it was', () => {
    fc.assert(
      fc.property(smallInstances({ rows: 6, columns: 5, places: 2 }), fc.nat(5), fc.nat(4), (drawn, who, where) => {
        const instance = form(drawn)
        const score = scoreGrid(instance)[who]?.[where]
        const forbidden = (instance.forbidden ?? []).some(([row, column]) => row === who && column === where)
        if (score === undefined || score === noPair || forbidden || (instance.capacity[where] ?? 0) === 0) return
        const plan = openPlan(instance)
        const before = plan.solution()
        const reserved = (instance.reserved ?? []).filter(([row]) => row !== who)
        if (reserved.filter(([, column]) => column === where).length >= instance.capacity[where]!) return
        const tried = plan.tentatively(() => {
          plan.release(who)
          return plan.reserve(who, where)
        })
        expect(tried.total).toBe(bruteForce({ ...instance, reserved: [...reserved, [who, where]] }).total)
        expect(plan.solution()).toMatchObject({
          assignment: before.assignment,
          total: before.total,
          duals: before.duals,
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('what a decision tells', () => {
  const instance: Instance = {
    rows: 3,
    columns: 2,
    capacity: [1, 1],
    scores: { kind: 'matrix', score: Int32Array.of(90, 80, 85, 20, 10, 30) },
  }

  it('who moved, and the new total', () => {
    const plan = openPlan(instance)
    expect(plan.total()).toBe(165)
    expect(plan.forbid(1, 0)).toEqual({
      total: 120,
      matched: 2,
      moved: [
        { row: 0, from: 1, to: 0 },
        { row: 1, from: 0, to: null },
        { row: 2, from: null, to: 1 },
      ],
    })
    expect(plan.allow(1, 0).total).toBe(165)
  })

  it('what it would cost the others to give someone their first choice', () => {
    const plan = openPlan(instance)
    expect(plan.total() - plan.tentatively(() => plan.reserve(0, 0)).total).toBe(45)
  })

  it('refuses what contradicts an earlier decision', () => {
    const plan = openPlan({ ...instance, reserved: [[0, 0]] })
    expect(() => plan.forbid(0, 0)).toThrow(/release it/)
    expect(() => plan.reserve(1, 0)).toThrow(/are reserved/)
    expect(() => plan.setCapacity(0, 0)).toThrow(/are reserved/)
    expect(() => plan.forbid(9, 0)).toThrow(/no row 9/)
    expect(plan.total()).toBe(120)
  })

  it('refuses to go on from a plan that is not the best', () => {
    expect(() => openPlan(instance, solve({ ...instance, forbidden: [[1, 0]] }))).toThrow(/solve it again/)
  })
})
