import type { DeliverableForm, DeliverableKind } from '../measurement/deliverables/deliverable.ts'
import { daysBetween } from '../program/calendar.ts'
import type { Computation, Rows } from './rows.ts'
import { countOf, yesOrNo } from './share-fact.ts'

/** A load that has not run for longer than this is not a running one. */
const loadsRunWithinDays = 35

type Ready<K extends DeliverableKind> = { id: string; form: Extract<DeliverableForm, { kind: K }> }

/** The newest deliverable of a kind that its author called ready. */
const newest = async <K extends DeliverableKind>(rows: Rows, kind: K): Promise<Ready<K> | undefined> =>
  (await rows.all('deliverable')).filter(({ form, status }) => form.kind === kind && status === 'ready').at(-1) as
    | Ready<K>
    | undefined

/** A yes or no about the newest one. As long as none is ready, people say it. */
const about =
  <K extends DeliverableKind>(
    kind: K,
    judge: (form: Ready<K>['form'], rows: Rows) => { yes: boolean; note: string },
  ): Computation =>
  async (rows) => {
    const found = await newest(rows, kind)
    if (!found) return undefined
    const { yes, note } = judge(found.form, rows)
    return yesOrNo(yes, note, [{ row: 'deliverable', id: found.id, counts: yes }])
  }

const sum = (amounts: number[]): number => amounts.reduce((total, each) => total + each, 0)
const money = (amount: number, currency: string): string =>
  `${(amount / 100).toLocaleString('en', { maximumFractionDigits: 0 })} ${currency}`

/** The facts of pieces of work that gates ask for (W18–W21), from what was filled in here. */
export const deliverableFacts: Record<string, Computation> = {
  'case-studies-drafted': async ({ all }) => {
    const studies = (await all('deliverable')).filter(({ form }) => form.kind === 'case-study')
    if (studies.length === 0) return undefined
    return countOf(
      studies.map(({ id }) => ({ row: 'deliverable', id, counts: true })),
      'case studies are drafted',
    )
  },
  'budget-within-plan': about('budget', ({ lines, currency, asOf }) => {
    const spent = sum(lines.map((line) => line.spent))
    const planned = sum(lines.map((line) => line.plannedToDate))
    const note = `${money(spent, currency)} spent of ${money(planned, currency)} planned up to ${asOf}`
    return { yes: spent <= planned, note }
  }),
  'scaling-plan-drafted': about('scaling-plan', ({ steps, cohortSize, startsOn }) => ({
    yes: true,
    note: `a plan of ${steps.length} steps for ${cohortSize} participants from ${startsOn}`,
  })),
  'preliminary-costs-drafted': about('scaling-plan', ({ costs, currency }) => ({
    yes: costs.length > 0,
    note: `${money(sum(costs.map(({ amount }) => amount)), currency)} in ${costs.length} items`,
  })),
  'measurement-queries-ready': about('measurement-plan', ({ queries }) => ({
    yes: queries.length > 0,
    note: `${queries.length} queries are written down`,
  })),
  'scheduled-loads-ready': about('measurement-plan', ({ loads }, { now }) => {
    const running = loads.filter(
      ({ lastRanOn }) => lastRanOn && daysBetween(lastRanOn, now.slice(0, 10)) <= loadsRunWithinDays,
    )
    return {
      yes: running.length === loads.length,
      note: `${running.length} of ${loads.length} loads ran in the last ${loadsRunWithinDays} days`,
    }
  }),
}
