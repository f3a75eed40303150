export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

const tag = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/
const entity = /&(?:amp|lt|gt|quot|#39);/g
const meanings: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (text: string): string => text.replaceAll(entity, (found) => meanings[found]!)

/**
 * Reads a page as XML would be read: every tag closed in its order, every attribute in quotes, nothing unescaped.
 * @throws Error where it is not well-formed
 */
export const readMarkup = (page: string): Element => {
  const root: Element = { name: 'root', attributes: {}, children: [] }
  const open = [root]
  let rest = page.replace(/^<!doctype html>\s*/, '')
  const fail = (why: string): never => {
    throw new Error(`${why} at: ${rest.slice(0, 200)}`)
  }
  while (rest !== '') {
    const at = open.at(-1)!
    const found = tag.exec(rest)
    if (!found) {
      const end = rest.indexOf('<', 1)
      const text = end < 0 ? rest : rest.slice(0, end)
      if (text.startsWith('<') || /&/.test(text.replaceAll(entity, ''))) fail('Neither a tag nor escaped text')
      at.children.push(plain(text))
      rest = rest.slice(text.length)
      continue
    }
    const [all, closes, name, written, empty] = found
    rest = rest.slice(all.length)
    if (closes) {
      if (at.name !== name) fail(`</${name}> closes <${at.name}>`)
      open.pop()
      continue
    }
    const pairs = [...written!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, plain(value!)])
    const element: Element = { name: name!, attributes: Object.fromEntries(pairs), children: [] }
    if (Object.keys(element.attributes).length < pairs.length) fail(`An attribute stands twice in <${name}>`)
    at.children.push(element)
    if (!empty) open.push(element)
  }
  if (open.length > 1) fail(`<${open.at(-1)!.name}> is not closed`)
  return root
}

export const everyElement = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : everyElement(child))),
]

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join(' ')
