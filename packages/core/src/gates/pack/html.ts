/** Markup that may stand in the page as it is: made by `html` alone. */
export type Markup = { readonly markup: string }
type Part = Markup | string | number | false | null | undefined | readonly Part[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no document may hold
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** A text as text of the page, also within quotes of an attribute. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(forbidden, '\ufffd')
    .replaceAll(/[&<>"']/g, (found) => entities[found]!)

const written = (part: Part): string => {
  if (part === undefined || part === null || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(written).join('')
}

/** A template for markup: every value is put in as text, unless it is markup itself. Nothing is written for `undefined`, `null` and `false`. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Markup => ({
  markup: texts.map((text, place) => text + written(parts[place])).join(''),
})

/** Text of ours that holds no input and is no HTML: the style sheet. */
export const verbatim = (markup: string): Markup => ({ markup })
