import { html, type Markup } from '../html.ts'
import type { PackData, PackDecision } from '../pack-data.ts'
import { when } from '../when.ts'
import { bullets, verdict } from './table.ts'

export const header = ({ program, about, madeAt, zone }: PackData): Markup =>
  html`<header><p class="quiet">Steering pack · ${program}</p><h1>${about.id.startsWith('day-') ? '' : `${about.id} `}${about.title}</h1><p class="quiet">As of ${when(madeAt, zone)} · ${about.id.startsWith('day-') ? '' : `round ${about.round}, `}edition ${about.edition}</p></header>`

/** Red, amber or green with the reason of each element, and what is done about what is missing. */
export const ragBox = ({ rag, mitigations }: PackData): Markup =>
  html`<section class="box"><p class="lead"><span class="rag ${rag.rag}">${rag.rag}</span> ${rag.words}.</p>${bullets(
    rag.elements.map(({ element, result, reason }) => html`${verdict(result)} – ${element}: ${reason}`),
    'Nothing is measured yet.',
  )}${
    rag.rag !== 'green' &&
    html`<h3>Mitigations</h3>${rag.needsMitigation.length > 0 && html`<p>Needed for: ${rag.needsMitigation.join(', ')}.</p>`}${bullets(
      mitigations.map(({ gate, plan }) => html`${gate}: ${plan}`),
      'None is recorded.',
    )}`
  }</section>`

/** What is asked of whom. */
export const decisionBox = (decision: PackDecision | undefined): Markup =>
  decision
    ? html`<section class="box"><h3>Decision asked</h3><p>${decision.question}</p><dl><dt>Choices</dt><dd>${decision.choices.join(', ')}</dd><dt>Decides</dt><dd>${decision.authority}</dd>${
        decision.quorum && html`<dt>Quorum</dt><dd>${decision.quorum.votes} of ${decision.quorum.members} members</dd>`
      }${
        decision.scale &&
        html`<dt>Needs</dt><dd>a timeline, a budget and, to scale or iterate, a remediation plan for each item of the scale checklist that is not met</dd>`
      }</dl></section>`
    : html`<section class="box"><h3>Decision asked</h3><p>None. This report shows a direction; gates decide.</p></section>`
