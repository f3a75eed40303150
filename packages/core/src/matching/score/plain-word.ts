/** A skill or language as it is compared: letter case, spaces and ways of writing the same character do not count. */
const plainWord = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** The different words of a list by how they are compared, each with how it was first written; empty ones are left out. */
export const plainWords = (texts: readonly string[]): Map<string, string> => {
  const words = new Map<string, string>()
  for (const text of texts) {
    const word = plainWord(text)
    if (word !== '' && !words.has(word)) words.set(word, text.trim())
  }
  return words
}
