/** The few things a mail is made of. HTML and text are both drawn from them, so that neither says what the other does not. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; rows: Fact[] }
  | { kind: 'list'; items: ListItem[] }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'note'; text: string }

export type Fact = { label: string; value: string }
export type ListItem = { text: string; detail?: string; href?: string }

/** The first heading of a mail is its title. */
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
/** A table of labels and values; rows without a value are left out. */
export const facts = (rows: Record<string, string | undefined>): Block => ({
  kind: 'facts',
  rows: Object.entries(rows).flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
})
const list = (items: (string | ListItem)[]): Block => ({
  kind: 'list',
  items: items.map((item) => (typeof item === 'string' ? { text: item } : item)),
})
export const button = (label: string, href: string): Block => ({ kind: 'button', label, href })
export const note = (text: string): Block => ({ kind: 'note', text })

/** A heading with its list, or nothing when the list is empty. */
export const section = (title: string, items: (string | ListItem)[]): Block[] =>
  items.length === 0 ? [] : [heading(title), list(items)]

export const greeting = ({ recipientName }: { recipientName: string }): Block => paragraph(`Hello ${recipientName},`)
