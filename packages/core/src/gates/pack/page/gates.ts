import { factInWords } from '../../../program/condition-in-words.ts'
import { html, type Markup } from '../html.ts'
import type { PackData } from '../pack-data.ts'
import { when } from '../when.ts'
import { bullets, table, verdict } from './table.ts'

const sourceOf = ({ source }: PackData['facts'][number], zone: string): string =>
  source ? [`${source.how}, ${when(source.at, zone)}`, source.note].filter(Boolean).join(': ') : 'none yet'

/** What this gate looks at, with the source of each number; what people said otherwise stands beside it. */
export const factsTable = ({ about, facts, zone }: PackData): Markup =>
  html`<section><h2>Facts of this gate</h2>${table(
    `Facts that ${about.id} looks at`,
    [{ name: 'Fact' }, { name: 'Result' }, { name: 'Measured and needed' }, { name: 'Source' }],
    facts.map((fact) => [
      factInWords(fact.name),
      verdict(fact.result),
      fact.contradiction ? html`${fact.reason} <strong>Contradiction: ${fact.contradiction}</strong>` : fact.reason,
      sourceOf(fact, zone),
    ]),
    'This report belongs to no gate.',
  )}</section>`

export const gatesTable = ({ gates }: PackData): Markup =>
  html`<section><h2>Gates so far</h2>${table(
    'Gates up to this week',
    [{ name: 'Gate' }, { name: 'Title' }, { name: 'Outcome' }, { name: 'Measured' }, { name: 'Decided' }],
    gates.map(({ gate, title, outcome, value, decided }) => [
      gate,
      title,
      verdict(outcome),
      value,
      decided ?? 'not yet',
    ]),
    'No gate is due yet.',
  )}</section>`

/** The items of a scale decision (§7.1). */
export const checklist = ({ checklist: items }: PackData): Markup | false =>
  items.length > 0 &&
  html`<section><h2>Scale checklist</h2>${table(
    'What has to hold before the program grows',
    [{ name: 'Item' }, { name: 'Result' }, { name: 'Needs a remediation plan' }],
    items.map(({ item, result, reason }) => [item, verdict(result), result === 'met' ? 'no' : `yes: ${reason}`]),
    '',
  )}</section>`

export const risksAndGaps = ({ risks, missing }: PackData): Markup =>
  html`<section><h2>Risks</h2>${table(
    'What needs attention',
    [{ name: 'Risk' }, { name: 'Count', number: true }, { name: 'What it means' }],
    risks.map(({ risk, count, note }) => [risk, count, note]),
    'Nothing is known.',
  )}<h2>What is missing</h2>${bullets(missing, 'Nothing: all data of this pack are there.')}</section>`
