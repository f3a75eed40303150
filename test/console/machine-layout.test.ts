import dagre from '@dagrejs/dagre'
import { functionNames } from '@pilotgate/contracts/functions'
import { leadershipPilot24w } from '@pilotgate/core/program/templates/leadership-pilot-24w'
import { outline } from '@pilotgate/workflows/outline'
import { programSchedule } from '@pilotgate/workflows/program-schedule/machine'
import { describe, expect, it } from 'vitest'
import { groupStates } from '../../packages/console/src/program/machine-groups.ts'
import { type Box, layOut } from '../../packages/console/src/program/machine-layout.ts'

const arns = Object.fromEntries(functionNames.map((name) => [name, `arn:${name}`])) as Record<
  (typeof functionNames)[number],
  string
>
const states = outline(programSchedule(leadershipPilot24w, 1, arns))
const groups = groupStates(states)
const all = new Set(groups.map(({ id }) => id))

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const overlaps = (boxes: Box[]): number =>
  boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlap(box, other))).length

describe('the picture of the 24-week pilot', () => {
  it('knows the gate of every week', () => {
    const weeks = groups.filter(({ id }) => id.startsWith('week-'))
    expect(weeks.map(({ title, gate }) => `${title} ${gate}`)).toEqual(
      leadershipPilot24w.gates.map(({ gate, week }) => `Week ${week} ${gate}`),
    )
    expect(new Set(weeks.map((group) => group.states.length))).toEqual(new Set([10, 11]))
  })

  it('stays within the room it has while weeks are closed, in the order of the machine', () => {
    const { blocks, lines, width } = layOut(dagre, groups, new Set(), 1000)
    expect(width).toBeLessThanOrEqual(1000)
    expect(overlaps(blocks)).toBe(0)
    expect(lines.map(({ key }) => key).slice(0, 2)).toEqual(['begin → week-1', 'week-1 → week-2'])
    expect(lines).toHaveLength(25)
  })

  it('draws every state of open weeks within its week, none over another', () => {
    const { blocks, width, height } = layOut(dagre, groups, all, 4500)
    expect(overlaps(blocks)).toBe(0)
    expect(blocks.flatMap(({ nodes }) => [...nodes.keys()])).toHaveLength(states.length)
    for (const block of blocks) {
      const nodes = [...block.nodes.values()]
      expect(overlaps(nodes)).toBe(0)
      expect(nodes.every(({ x, y }) => x >= 0 && y >= 0)).toBe(true)
      expect(nodes.every((node) => node.x + node.width <= block.width && node.y + node.height <= block.height)).toBe(
        true,
      )
      expect(block.x + block.width).toBeLessThanOrEqual(width)
      expect(block.y + block.height).toBeLessThanOrEqual(height)
    }
  })

  it('leads from the check of a week to what may follow it', () => {
    const week = layOut(dagre, groups, all, 4500).blocks.find(({ group }) => group.gate === 'W06')!
    expect(week.lines.map(({ key }) => key)).toContain('Evaluate gate W06 → Has gate W06 passed?')
    expect(week.lines.map(({ key }) => key)).toContain('Wait for the W06 recheck → Evaluate gate W06')
  })
})
