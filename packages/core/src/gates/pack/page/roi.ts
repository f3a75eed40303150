import { ruleOf } from '../../../measurement/roi/monetisation-rules.ts'
import { moneyInWords } from '../../../measurement/roi/money-in-words.ts'
import { chanceInWords, monthsInWords } from '../../../measurement/roi/reckon.ts'
import type { RoiRange, Spread } from '../../../measurement/roi/roi-result.ts'
import { rangeBar } from '../charts/range-bar.ts'
import { tornadoChart } from '../charts/tornado-chart.ts'
import { html, type Markup } from '../html.ts'
import type { PackData } from '../pack-data.ts'
import { when } from '../when.ts'
import { bullets, table } from './table.ts'

type Roi = NonNullable<PackData['roi']>

const columns = [
  { name: '' },
  { name: '10th percentile', number: true },
  { name: 'Middle', number: true },
  { name: '90th percentile', number: true },
  { name: 'Likely', number: true },
]

const moneyTable = (result: RoiRange, currency: string): Markup => {
  const row = (words: string, { p10, p50, p90, likely }: Spread) => [
    words,
    ...[p10, p50, p90, likely].map((cents) => moneyInWords(cents, currency)),
  ]
  const { benefits, costs, gross, cost, net } = result
  return table(
    'Benefit, cost and net benefit',
    columns.map((column, at) => (at === 0 ? { name: 'Item' } : column)),
    [
      ...benefits.map(({ words, cents }) => row(words, cents)),
      row('Gross benefit', gross),
      ...costs.map(({ words, cents }) => row(words, cents)),
      row('Cost', cost),
      row('Net benefit', net),
    ],
    '',
  )
}

const rangeOf = (result: RoiRange, { inputs: { currency, months } }: Roi): Markup => {
  const { percent, payback, chanceOfGain, net, tornado } = result
  return html`<p class="lead">${result.words}</p><figure>${rangeBar(net, currency)}</figure><dl><dt>Return</dt><dd>${percent.p10} % to ${percent.p90} % of the cost, middle ${percent.p50} %</dd><dt>Paid back</dt><dd>${monthsInWords(payback.p10, months)} (10th percentile), ${monthsInWords(payback.p50, months)} (middle), ${monthsInWords(payback.p90, months)} (90th percentile)</dd><dt>Net above 0</dt><dd>in ${chanceInWords(chanceOfGain)} of ${result.draws.toLocaleString('en-GB')} draws</dd></dl>${moneyTable(result, currency)}${tornado.length > 0 && html`<figure><figcaption>What moves it most</figcaption>${tornadoChart(tornado, net.likely, currency)}</figure>`}`
}

/** The return on investment, always as a range with its rules and assumptions. */
export const roiSection = ({ roi, zone }: PackData): Markup => {
  if (!roi) return html`<section><h2>Return on investment</h2><p>No data: it has not been reckoned yet.</p></section>`
  const { result, inputs, filledIn, at } = roi
  const rules = [...new Set(inputs.benefits.map(({ rule }) => rule))].map(ruleOf)
  return html`<section><h2>Return on investment</h2>${
    result.status === 'range' ? rangeOf(result, roi) : html`<p>No data. ${result.reasons.join(' ')}</p>`
  }<h3>Rules and assumptions</h3>${bullets(
    rules.map(({ words, formula, assumptions }) => html`${words}: ${formula}. ${assumptions.join(' ')}`),
    '',
  )}${bullets(
    inputs.benefits.flatMap(({ rule, counterfactual }) =>
      counterfactual
        ? [`${ruleOf(rule).words} is compared with: ${counterfactual.kind}, ${counterfactual.words}.`]
        : [],
    ),
    'Nothing is compared with anything yet.',
  )}<p class="quiet">Reckoned ${when(at, zone)}; benefits of ${inputs.months} months count${inputs.yearOne && ', integration as in year one'}. ${filledIn.length > 0 && `Filled in: ${filledIn.join('; ')}.`}</p></section>`
}
