/** A binary heap of columns by distance. The distances live outside; call `lower` after one fell. */
export class DistanceHeap {
  private readonly distance: Float64Array
  private readonly items: Int32Array
  private readonly place: Int32Array
  size = 0

  constructor(distance: Float64Array) {
    this.distance = distance
    this.items = new Int32Array(distance.length)
    this.place = new Int32Array(distance.length).fill(-1)
  }

  has(item: number): boolean {
    return this.place[item]! >= 0
  }

  /** Adds the item, or moves it up after its distance fell. */
  lower(item: number): void {
    const { distance, items, place } = this
    let at = place[item]!
    if (at < 0) at = this.size++
    const own = distance[item]!
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = items[above]!
      if (distance[other]! <= own) break
      items[at] = other
      place[other] = at
      at = above
    }
    items[at] = item
    place[item] = at
  }

  /** Removes and gives the nearest item, −1 when empty. */
  pop(): number {
    if (this.size === 0) return -1
    const { distance, items, place } = this
    const top = items[0]!
    place[top] = -1
    const last = items[--this.size]!
    const size = this.size
    if (size === 0) return top
    const own = distance[last]!
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && distance[items[child + 1]!]! < distance[items[child]!]!) child++
      const other = items[child]!
      if (distance[other]! >= own) break
      items[at] = other
      place[other] = at
      at = child
    }
    items[at] = last
    place[last] = at
    return top
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.place[this.items[at]!] = -1
    this.size = 0
  }
}
