import { html, type Markup } from '../html.ts'
import { chart } from './chart.ts'
import { scale, short, ticks } from './scale.ts'

const [width, height, left, right] = [680, 72, 28, 28]

/** An estimate with its interval on a line that shows 0, too. */
export const intervalChart = (
  effect: { estimate: number; interval: readonly [number, number] },
  unit: string,
): Markup => {
  const { estimate, interval } = effect
  const [low, high] = interval
  const columns = ticks([low, high, estimate, 0], 6)
  const x = scale([columns[0]!, columns.at(-1)!], [left, width - right])
  const title = 'Effect on the participants with its interval'
  const description = `${short(estimate)} ${unit}, interval from ${short(low)} to ${short(high)}.`
  return chart(
    { id: 'effect', width, height, title, description },
    html`${columns.map((value) => html`<line class="grid" x1="${x(value)}" x2="${x(value)}" y1="16" y2="50"/><text x="${x(value)}" y="64" text-anchor="middle">${short(value)}</text>`)}`,
    html`<line class="axis" x1="${x(0)}" x2="${x(0)}" y1="12" y2="50"/><text x="${x(0)}" y="9" text-anchor="middle">no effect</text>`,
    html`<line class="bar" x1="${x(low)}" x2="${x(high)}" y1="33" y2="33"/><line class="bar" x1="${x(low)}" x2="${x(low)}" y1="26" y2="40"/><line class="bar" x1="${x(high)}" x2="${x(high)}" y1="26" y2="40"/>`,
    html`<circle class="dot" cx="${x(estimate)}" cy="33" r="5"/>`,
  )
}
