import { html, type Markup } from '../html.ts'
import { chart } from './chart.ts'
import { scale, short, ticks } from './scale.ts'

export type Trend = {
  id: string
  title: string
  unit: string
  target?: number | undefined
  points: readonly { week: string; value?: number }[]
}

const [width, height] = [340, 150]
const [left, right, top, bottom] = [38, 44, 12, 24]

/** Runs of weeks that have data one after another: where there is none, the line breaks. */
const runsOf = (points: Trend['points']): { week: string; value: number; at: number }[][] => {
  const runs: { week: string; value: number; at: number }[][] = [[]]
  for (const [at, { week, value }] of points.entries()) {
    if (value === undefined) runs.push([])
    else runs.at(-1)!.push({ week, value, at })
  }
  return runs.filter(({ length }) => length > 0)
}

const labelOf = (week: string): string => week.replace(/^\d{4}-W0?/, '')

/** How a KPI moved week by week, with its target as a dashed line; `undefined` when no week has data. */
export const lineChart = ({ id, title, unit, target, points }: Trend): Markup | undefined => {
  const runs = runsOf(points)
  const known = runs.flat()
  const last = known.at(-1)
  if (!last) return undefined
  const rows = ticks([...known.map(({ value }) => value), ...(target === undefined ? [] : [target])], 3)
  const y = scale([rows[0]!, rows.at(-1)!], [height - bottom, top])
  const x = scale([0, Math.max(points.length - 1, 1)], [left, width - right])
  const every = Math.ceil(points.length / 8)
  const weekly = known.map(({ week, value }) => `week ${labelOf(week)}: ${short(value)}`).join(', ')
  const goal = target === undefined ? 'no target' : `target ${short(target)}`
  return chart(
    { id, width, height, title, description: `By calendar week, in ${unit}; ${goal}; ${weekly}.` },
    html`${rows.map((value) => html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/><text x="${left - 4}" y="${y(value) + 3}" text-anchor="end">${short(value)}</text>`)}`,
    html`${points.map(({ week }, at) => at % every === 0 && html`<text x="${x(at)}" y="${height - bottom + 13}" text-anchor="middle">${labelOf(week)}</text>`)}`,
    html`<text x="${left}" y="${height - 2}">calendar week, in ${unit}</text>`,
    html`${target !== undefined && html`<line class="target" x1="${left}" x2="${width - right}" y1="${y(target)}" y2="${y(target)}"/><text x="${width - right + 3}" y="${y(target) + (Math.abs(y(target) - y(last.value)) < 9 && y(target) >= y(last.value) ? 12 : -3)}">target</text>`}`,
    html`${runs.map((run) => run.length > 1 && html`<polyline class="line" points="${run.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}"/>`)}`,
    html`${known.map(({ at, value }) => html`<circle class="dot" cx="${x(at)}" cy="${y(value)}" r="2"/>`)}`,
    html`<text class="strong" x="${x(last.at) + 5}" y="${y(last.value) + 3}">${short(last.value)}</text>`,
  )
}
