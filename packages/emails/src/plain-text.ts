import type { Block, ListItem } from './blocks.ts'

const indented = (text: string) => text.replaceAll('\n', '\n  ')

const item = ({ text, detail, href }: ListItem): string =>
  [`- ${indented(text)}`, detail && `  ${indented(detail)}`, href && `  ${href}`].filter(Boolean).join('\n')

const block = (part: Block): string => {
  switch (part.kind) {
    case 'heading':
      return `${part.text}\n${'-'.repeat(Math.min(Array.from(part.text).length, 60))}`
    case 'paragraph':
    case 'note':
      return part.text
    case 'facts':
      return part.rows.map(({ label, value }) => `${label}: ${indented(value)}`).join('\n')
    case 'list':
      return part.items.map(item).join('\n')
    case 'button':
      return `${part.label}:\n${part.href}`
  }
}

/** The text part of a mail. Lines are not wrapped: mail programs do that to the reader's width. */
export const plainText = (sender: string, blocks: Block[], footer: string[]): string =>
  `${[sender, ...blocks.map(block), ['-- ', ...footer].join('\n')].join('\n\n')}\n`
