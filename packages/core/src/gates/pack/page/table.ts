import { html, type Markup } from '../html.ts'

type Cell = Markup | string | number
/** `number`: figures, at the right end of their column. */
export type Column = { name: string; number?: boolean }

const kind = ({ number }: Column) => number && html` class="number"`

/** A table with a caption; the first cell of a row names it. Without rows, `empty` says so. */
export const table = (caption: string, columns: readonly Column[], rows: readonly Cell[][], empty: string): Markup =>
  rows.length === 0
    ? html`<p>${empty}</p>`
    : html`<div class="wide"><table><caption>${caption}</caption><thead><tr>${columns.map(
        (column) => html`<th scope="col"${kind(column)}>${column.name}</th>`,
      )}</tr></thead><tbody>${rows.map(
        (cells) =>
          html`<tr>${cells.map((cell, at) =>
            at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${kind(columns[at]!)}>${cell}</td>`,
          )}</tr>`,
      )}</tbody></table></div>`

export const bullets = (items: readonly Cell[], empty: string): Markup =>
  items.length === 0 ? html`<p>${empty}</p>` : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

/** A verdict with the class of its name: what is not fine stands out in bold. */
export const verdict = (word: string): Markup => html`<span class="${word.replaceAll(' ', '-')}">${word}</span>`
