import type { Alternative } from './alternatives.ts'
import type { ServiceRows } from './service-rows.ts'

/**
 * Spreads featured providers (M11): one stands first among the alternatives of at most as many participants as they have free
 * places (at least one), those for whom they are worth most. For the others the next alternative that is not over its own
 * limit moves to the front. What is proposed is spread by capacity already.
 */
export const spreadFeatured = ({ providers }: ServiceRows, lists: Alternative[][]): Alternative[][] => {
  const lead = [...lists.keys()]
    .filter((row) => lists[row]![0] && providers[lists[row]![0]!.column]!.record.featured)
    .sort((a, b) => lists[b]![0]!.value - lists[a]![0]!.value || a - b)
  const spread = [...lists]
  const led = new Map<number, number>()
  const mayLead = (column: number) =>
    !providers[column]!.record.featured || (led.get(column) ?? 0) < Math.max(1, providers[column]!.free)
  for (const row of lead) {
    const list = lists[row]!
    const front = list.find(({ column }) => mayLead(column)) ?? list[0]!
    led.set(front.column, (led.get(front.column) ?? 0) + 1)
    if (front === list[0]) continue
    const behind = list.filter((each) => each !== front)
    behind[0] = {
      ...behind[0]!,
      whyNot: `${behind[0]!.whyNot} Named later because many would see the same person first.`,
    }
    spread[row] = [front, ...behind]
  }
  return spread
}
