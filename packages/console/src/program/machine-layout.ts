import type dagre from '@dagrejs/dagre'
import type { Group } from './machine-groups.ts'

type Dagre = typeof dagre
export type Box = { x: number; y: number; width: number; height: number }
export type Line = { key: string; points: { x: number; y: number }[] }

/** A group where it is drawn: closed as one box, open with its states; positions in px of the picture. */
export type Block = Box & { group: Group; open: boolean; nodes: Map<string, Box>; lines: Line[] }
export type Picture = { width: number; height: number; blocks: Block[]; lines: Line[] }

const node = { width: 196, height: 66 }
const closed = { width: 152, height: 84 }
const head = 52
const pad = 16
const gap = 36

type Drawn = Omit<Block, 'x' | 'y'>

/** Groups that were laid out before: opening one more week must not lay out all others again. */
const drawn = new WeakMap<Group, Drawn>()

const openBlock = (library: Dagre, group: Group): Drawn => {
  const known = drawn.get(group) ?? layOutStates(library, group)
  drawn.set(group, known)
  return known
}

/** Lays out the states of an open group by rank, as its own graph. */
const layOutStates = (library: Dagre, group: Group): Drawn => {
  const graph = new library.graphlib.Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, marginx: pad, marginy: pad })
  graph.setDefaultEdgeLabel(() => ({}))
  const inside = new Set(group.states.map(({ name }) => name))
  for (const { name } of group.states) graph.setNode(name, { ...node })
  for (const { name, next } of group.states) {
    for (const to of next) if (inside.has(to) && to !== name) graph.setEdge(name, to)
  }
  library.layout(graph)
  const nodes = new Map(
    group.states.map(({ name }) => {
      const { x, y } = graph.node(name) as { x: number; y: number }
      return [name, { ...node, x: x - node.width / 2, y: y - node.height / 2 + head }]
    }),
  )
  const lines = graph.edges().map(({ v, w }) => ({
    key: `${v} → ${w}`,
    points: (graph.edge({ v, w }) as { points: { x: number; y: number }[] }).points.map(({ x, y }) => ({
      x,
      y: y + head,
    })),
  }))
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return { group, open: true, nodes, lines, width, height: height + head }
}

/**
 * Draws the groups in their order, in rows of at most `room` px like lines of text: closed ones as boxes, open ones with their
 * states. What a machine has besides its weeks and every step may lead to (`halt`) stands apart: no line leads there.
 */
export const layOut = (library: Dagre, groups: Group[], open: ReadonlySet<string>, room: number): Picture => {
  const sized = groups.map((group) =>
    open.has(group.id)
      ? openBlock(library, group)
      : { group, open: false, nodes: new Map<string, Box>(), lines: [], ...closed },
  )
  const blocks: Block[] = []
  let [x, y, row] = [pad, pad, 0]
  for (const each of sized) {
    if (x > pad && x + each.width + pad > room) {
      ;[x, y, row] = [pad, y + row + gap, 0]
    }
    blocks.push({ ...each, x, y })
    x += each.width + gap
    row = Math.max(row, each.height)
  }
  const chain = blocks.filter(({ group }) => group.id !== 'halt')
  const lines = chain.slice(1).map((to, index) => between(chain[index]!, to))
  const width = Math.max(...blocks.map((each) => each.x + each.width)) + pad
  return { width, height: y + row + pad, blocks, lines }
}

/** Into the middle of a block's head, so that lines of a row run straight. */
const level = (block: Block): number => block.y + closed.height / 2

const between = (from: Block, to: Block): Line => {
  const key = `${from.group.id} → ${to.group.id}`
  const start = { x: from.x + from.width, y: level(from) }
  const end = { x: to.x, y: level(to) }
  if (from.y === to.y) return { key, points: [start, end] }
  const turn = to.y - gap / 2
  const points = [
    start,
    { x: start.x + gap / 3, y: start.y },
    { x: start.x + gap / 3, y: turn },
    { x: to.x + to.width / 2, y: turn },
    { x: to.x + to.width / 2, y: to.y },
  ]
  return { key, points }
}
