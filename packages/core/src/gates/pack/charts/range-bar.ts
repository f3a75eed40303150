import type { Spread } from '../../../measurement/roi/roi-result.ts'
import { html, type Markup } from '../html.ts'
import { chart } from './chart.ts'
import { scale, short, ticks } from './scale.ts'

const [width, height, left, right] = [680, 96, 24, 24]

/** A range of money: thin from the least to the most, thick where 8 of 10 draws lie, a mark where all inputs are likely. Cents come in. */
export const rangeBar = (net: Spread, currency: string): Markup => {
  const [low, p10, p50, p90, high, likely] = [net.low, net.p10, net.p50, net.p90, net.high, net.likely].map(
    (cents) => cents / 100,
  ) as [number, number, number, number, number, number]
  const columns = ticks([low, high, 0], 5)
  const x = scale([columns[0]!, columns.at(-1)!], [left, width - right])
  const title = `Net benefit in ${currency}`
  const description = `8 of 10 draws from ${short(p10)} to ${short(p90)}, middle ${short(p50)}; likely ${short(likely)}; least ${short(low)}, most ${short(high)}.`
  return chart(
    { id: 'net-benefit', width, height, title, description },
    html`${columns.map((value) => html`<line class="grid" x1="${x(value)}" x2="${x(value)}" y1="20" y2="62"/><text x="${x(value)}" y="75" text-anchor="middle">${short(value)}</text>`)}`,
    html`<line class="axis" x1="${x(0)}" x2="${x(0)}" y1="20" y2="62"/>`,
    html`<line class="thin" x1="${x(low)}" x2="${x(high)}" y1="41" y2="41"/>`,
    html`<rect class="range" x="${x(p10)}" y="31" width="${Math.max(x(p90) - x(p10), 1)}" height="20"/>`,
    html`<line class="middle" x1="${x(p50)}" x2="${x(p50)}" y1="31" y2="51"/>`,
    html`<path class="mark" d="M${x(likely)} 29l-5-9h10z"/><text x="${x(likely)}" y="15" text-anchor="middle">likely</text>`,
    html`<text x="${left}" y="91">${currency}. Box: 8 of 10 draws, its line the middle. Thin line: from the least to the most. Triangle: all inputs likely.</text>`,
  )
}
