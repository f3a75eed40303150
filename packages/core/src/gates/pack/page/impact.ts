import { figure } from '../../../measurement/impact/figure.ts'
import type { BalanceLine } from '../../../measurement/impact/impact-report.ts'
import { impactThresholds } from '../../../measurement/impact/impact-thresholds.ts'
import { balanceChart } from '../charts/balance-chart.ts'
import { intervalChart } from '../charts/interval-chart.ts'
import { html, type Markup } from '../html.ts'
import type { PackData, PackImpact } from '../pack-data.ts'
import { when } from '../when.ts'
import { bullets, table } from './table.ts'

/** `role=manager` as people read it. */
const inWords = (column: string): string => column.replace('=', ': ')

const line = ({ column, before, after }: BalanceLine) => [
  inWords(column),
  figure(before.treated),
  figure(before.comparison),
  before.difference.toFixed(2),
  after ? figure(after.comparison) : 'no data',
  after ? after.difference.toFixed(2) : 'no data',
  after ? (after.balanced ? 'yes' : html`<strong>no</strong>`) : 'no data',
]

const confidence = `${impactThresholds.confidence * 100} %`

const effectOf = ({ effect, unit, outcome, people }: PackImpact): Markup =>
  effect
    ? html`<figure><figcaption>Effect on ${outcome}${unit && `, in ${unit}`}</figcaption>${intervalChart(effect, unit)}</figure><dl><dt>Effect</dt><dd>${figure(effect.estimate)} ${unit} (${confidence} interval from ${figure(effect.interval[0])} to ${figure(effect.interval[1])})</dd><dt>Means</dt><dd>participants ${figure(effect.treatedMean)}, comparison ${figure(effect.comparisonMean)}</dd><dt>Chance alone</dt><dd>p ${effect.pValue < 0.001 ? '< 0.001' : `= ${effect.pValue.toFixed(3)}`}</dd><dt>Sensitivity</dt><dd>${
        effect.gamma === null
          ? 'The effect does not show even without hidden differences.'
          : `The effect holds against hidden differences that change the odds of taking part up to ${figure(effect.gamma)} times.`
      }</dd></dl>`
    : html`<p>No effect is given: ${people.matched} matched participants are too few.</p>`

/** The matched comparison: how alike both groups are, what the program changed, how sure that is, and what managers said. */
export const impactSection = ({ impact, zone }: PackData): Markup =>
  impact
    ? html`<section><h2>Impact</h2><p><span class="label">${impact.label}</span> ${impact.title}, measured ${when(impact.measuredAt, zone)}. ${impact.people.matched} of ${impact.people.treated} participants are compared with ${impact.people.comparison} people outside the program who are like them.</p>${bullets(impact.reasons, '')}${effectOf(impact)}<p>Managers who confirm progress: ${impact.attestations}.</p>${table(
        'Balance of both groups',
        [
          { name: 'Covariate' },
          { name: 'Participants', number: true },
          { name: 'Others before', number: true },
          { name: 'Difference before', number: true },
          { name: 'Others matched', number: true },
          { name: 'Difference matched', number: true },
          { name: 'Alike' },
        ],
        impact.balance.map(line),
        'There is nothing to compare.',
      )}<figure>${impact.balance.length > 0 && balanceChart(impact.balance)}</figure></section>`
    : html`<section><h2>Impact</h2><p>No data: no comparison with people outside the program has been measured yet.</p></section>`
