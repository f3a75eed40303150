import type { BalanceLine } from '../../../measurement/impact/impact-report.ts'
import { impactThresholds } from '../../../measurement/impact/impact-thresholds.ts'
import { html, type Markup } from '../html.ts'
import { chart } from './chart.ts'
import { scale, short, ticks } from './scale.ts'

const [width, left, right, top, rowHeight, bottom] = [680, 190, 16, 10, 18, 34]

/** How far apart both groups are in each covariate, before (hollow) and after matching (filled); the dashed lines bound what counts as alike. */
export const balanceChart = (balance: readonly BalanceLine[]): Markup => {
  const { balancedWithin } = impactThresholds
  const values = balance.flatMap(({ before, after }) => [before.difference, ...(after ? [after.difference] : [])])
  const columns = ticks([...values, -balancedWithin * 2, balancedWithin * 2], 6)
  const x = scale([columns[0]!, columns.at(-1)!], [left, width - right])
  const foot = top + balance.length * rowHeight
  const inWords = balance.map(
    ({ column, before, after }) =>
      `${column} ${short(before.difference)} before, ${after ? short(after.difference) : 'no data'} after`,
  )
  const title = 'Standardised differences between participants and comparison people'
  return chart(
    { id: 'balance', width, height: foot + bottom, title, description: `${inWords.join('; ')}.` },
    html`${columns.map((value) => html`<line class="grid" x1="${x(value)}" x2="${x(value)}" y1="${top}" y2="${foot}"/><text x="${x(value)}" y="${foot + 13}" text-anchor="middle">${short(value)}</text>`)}`,
    html`<line class="axis" x1="${x(0)}" x2="${x(0)}" y1="${top}" y2="${foot}"/>`,
    html`${[-balancedWithin, balancedWithin].map((bound) => html`<line class="target" x1="${x(bound)}" x2="${x(bound)}" y1="${top}" y2="${foot}"/>`)}`,
    html`${balance.map(({ column, before, after }, row) => {
      const y = top + row * rowHeight + rowHeight / 2
      return html`<text x="${left - 8}" y="${y + 3}" text-anchor="end">${column.replace('=', ': ').slice(0, 34)}</text><circle class="hollow" cx="${x(before.difference)}" cy="${y}" r="4"/>${after && html`<circle class="dot" cx="${x(after.difference)}" cy="${y}" r="4"/>`}`
    })}`,
    html`<text x="${left}" y="${foot + 28}">Difference in standard deviations. Hollow: before matching, filled: after. Dashed: ±${balancedWithin}.</text>`,
  )
}
