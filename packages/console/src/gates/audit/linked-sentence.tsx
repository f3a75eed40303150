import { LinkTo } from '../../frame/link-to.tsx'
import { quoted } from './details.ts'

/** Something with a page of its own, by the name that sentences give it in quotation marks. */
export type Thing = { name: string; href: string }

/** What happened, in words; the thing that they name leads to its page. */
export const LinkedSentence = ({ words, thing }: { words: string; thing: Thing | undefined }) => {
  const at = thing ? words.indexOf(quoted(thing.name)) : -1
  if (!thing || at < 0) return words
  const { name, href } = thing
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {words.slice(0, at)}
      <LinkTo href={href}>{name}</LinkTo>
      {words.slice(at + quoted(name).length)}
    </span>
  )
}
