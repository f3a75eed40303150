/**
 * Neighbours of every node (a row's columns, or a column's rows) with the pair's score, in flat arrays so that a search
 * reads memory in order. A node whose stretch is full moves to the end when it gets another neighbour.
 */
export class Adjacency {
  readonly start: Int32Array
  readonly count: Int32Array
  private readonly room: Int32Array
  target: Int32Array
  score: Float64Array
  private used: number

  constructor(nodes: number, edges: number) {
    this.start = new Int32Array(nodes)
    this.count = new Int32Array(nodes)
    this.room = new Int32Array(nodes)
    this.target = new Int32Array(edges)
    this.score = new Float64Array(edges)
    this.used = 0
  }

  /** Makes room for the given numbers of neighbours; call once, before the first `add`. */
  reserve(degree: ArrayLike<number>): this {
    for (let node = 0; node < degree.length; node++) {
      this.start[node] = this.used
      this.room[node] = degree[node]!
      this.used += degree[node]!
    }
    return this
  }

  add(node: number, target: number, score: number): void {
    if (this.count[node] === this.room[node]) this.move(node)
    const at = this.start[node]! + this.count[node]!++
    this.target[at] = target
    this.score[at] = score
  }

  /** Index of the pair in `target` and `score`, or −1. Valid until the next `add` or `remove`. */
  find(node: number, target: number): number {
    const end = this.start[node]! + this.count[node]!
    for (let at = this.start[node]!; at < end; at++) if (this.target[at] === target) return at
    return -1
  }

  remove(node: number, target: number): void {
    const at = this.find(node, target)
    if (at < 0) return
    const last = this.start[node]! + --this.count[node]!
    this.target[at] = this.target[last]!
    this.score[at] = this.score[last]!
  }

  get edges(): number {
    return this.count.reduce((sum, count) => sum + count, 0)
  }

  /** Doubles the node's stretch at the end of the arrays. */
  private move(node: number): void {
    const room = Math.max(4, this.room[node]! * 2)
    if (this.used + room > this.target.length) {
      const size = Math.max(this.used + room, Math.ceil(this.target.length * 1.5))
      const target = new Int32Array(size)
      const score = new Float64Array(size)
      target.set(this.target)
      score.set(this.score)
      this.target = target
      this.score = score
    }
    const from = this.start[node]!
    this.target.copyWithin(this.used, from, from + this.count[node]!)
    this.score.copyWithin(this.used, from, from + this.count[node]!)
    this.start[node] = this.used
    this.room[node] = room
    this.used += room
  }
}

/** Turns neighbours round: a row's columns into a column's rows. Each list comes out in ascending order. */
export const transpose = (from: Adjacency, nodes: number): Adjacency => {
  const degree = new Int32Array(nodes)
  let edges = 0
  for (let node = 0; node < from.start.length; node++) {
    const end = from.start[node]! + from.count[node]!
    for (let at = from.start[node]!; at < end; at++) degree[from.target[at]!]!++
    edges += from.count[node]!
  }
  const turned = new Adjacency(nodes, edges).reserve(degree)
  for (let node = 0; node < from.start.length; node++) {
    const end = from.start[node]! + from.count[node]!
    for (let at = from.start[node]!; at < end; at++) turned.add(from.target[at]!, node, from.score[at]!)
  }
  return turned
}
