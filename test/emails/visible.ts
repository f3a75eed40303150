const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** What a reader sees of an HTML mail: its pieces of text in order, its table rows as "label: value", and its links. */
export const visibleHtml = (html: string): { pieces: string[]; facts: string[]; hrefs: string[] } => {
  const body = html.replace(/^[\s\S]*<body[^>]*>/, '').replace(/<div class="preheader"[\s\S]*?<\/div>/, '')
  const pieces = body
    .split(/<[^>]+>|\n/)
    .map((piece) => unescaped(piece).trim())
    .filter((piece) => piece !== '')
  const facts = [...body.matchAll(/<th[^>]*>(.*?)<\/th>\s*<td[^>]*>([\s\S]*?)<\/td>/g)].flatMap(([, label, value]) =>
    unescaped(`${label}: ${value}`).split('\n'),
  )
  return { pieces, facts, hrefs: [...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => unescaped(href!)) }
}

/** The text of a mail without the marks that stand for headings, lists and buttons. */
export const visibleText = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^-+ ?$/.test(line))
    .map((line) => line.replace(/^(- | {2})/, '').replace(/^([^:]+):$/, '$1'))
    .join('\n')
