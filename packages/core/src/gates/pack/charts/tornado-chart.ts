import type { RoiRange } from '../../../measurement/roi/roi-result.ts'
import { html, type Markup } from '../html.ts'
import { chart } from './chart.ts'
import { scale, short, ticks } from './scale.ts'

const [width, left, right, top, rowHeight, bottom] = [680, 340, 24, 8, 20, 34]
const shown = 6

/** What each input alone does to the net benefit, the strongest first. Dark: input at its high value, light: at its low one. */
export const tornadoChart = (tornado: RoiRange['tornado'], likelyCents: number, currency: string): Markup => {
  const rows = tornado
    .slice(0, shown)
    .map(({ words, atLow, atHigh }) => ({ words, low: atLow / 100, high: atHigh / 100 }))
  const likely = likelyCents / 100
  const columns = ticks([likely, ...rows.flatMap(({ low, high }) => [low, high])], 4)
  const x = scale([columns[0]!, columns.at(-1)!], [left, width - right])
  const foot = top + rows.length * rowHeight
  const title = 'Inputs that move the net benefit most'
  const description = rows.map(({ words, low, high }) => `${words}: ${short(low)} to ${short(high)}`).join('; ')
  const bar = (kind: string, value: number, y: number) =>
    html`<rect class="${kind}" x="${Math.min(x(value), x(likely))}" y="${y}" width="${Math.abs(x(value) - x(likely))}" height="12"/>`
  return chart(
    { id: 'tornado', width, height: foot + bottom, title, description: `${description}.` },
    html`${columns.map((value) => html`<line class="grid" x1="${x(value)}" x2="${x(value)}" y1="${top}" y2="${foot}"/><text x="${x(value)}" y="${foot + 13}" text-anchor="middle">${short(value)}</text>`)}`,
    html`${rows.map(({ words, low, high }, row) => {
      const y = top + row * rowHeight + 3
      return html`<text x="${left - 8}" y="${y + 10}" text-anchor="end">${words.length > 66 ? `${words.slice(0, 65)}…` : words}</text>${bar('light', low, y)}${bar('range', high, y)}`
    })}`,
    html`<line class="axis" x1="${x(likely)}" x2="${x(likely)}" y1="${top}" y2="${foot}"/>`,
    html`<text x="${left}" y="${foot + 28}">Net benefit in ${currency}. Light: input at its least, dark: at its most.</text>`,
  )
}
