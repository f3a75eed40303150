import { html, verbatim } from './html.ts'
import type { PackData } from './pack-data.ts'
import { decisionBox, header, ragBox } from './page/at-a-glance.ts'
import { checklist, factsTable, gatesTable, risksAndGaps } from './page/gates.ts'
import { impactSection } from './page/impact.ts'
import { kpiSection } from './page/kpis.ts'
import { roiSection } from './page/roi.ts'
import { style } from './page/style.ts'

/**
 * The steering pack as one page (domain §8): everything in it, nothing loaded from elsewhere, no script; well-formed as XML
 * after its first line. Every text is escaped.
 */
export const packPage = (data: PackData): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="referrer" content="no-referrer"/><title>${data.program}: ${data.about.id}, edition ${data.about.edition}</title><style>${verbatim(style)}</style></head>
<body>${header(data)}
<main>${ragBox(data)}
${decisionBox(data.decision)}
${data.facts.length > 0 && factsTable(data)}
${checklist(data)}
${gatesTable(data)}
${kpiSection(data)}
${impactSection(data)}
${roiSection(data)}
${risksAndGaps(data)}</main>
<footer><p>Counts, roles and aggregates only: answers of fewer than five people are not shown, nor is anything said in sessions. Early numbers are noisy: take them as a direction, not as proof. This edition does not change; later numbers make a new one.</p></footer></body></html>
`.markup
