/** How many bits of a 32-bit word are set. */
export const bitsIn = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Sets of small numbers, one per column, kept word by word over all columns: a row's set meets all columns in a few passes. */
export type BitColumns = { columns: number; words: Int32Array }

/** The non-zero words of one set: word number, bits, word number, bits … */
export type SparseBits = Int32Array

export const bitColumns = (sets: readonly (Int32Array | undefined)[], wordCount: number): BitColumns => {
  const words = new Int32Array(wordCount * sets.length)
  sets.forEach((set, column) => {
    set?.forEach((bits, word) => {
      words[word * sets.length + column] = bits
    })
  })
  return { columns: sets.length, words }
}

export const sparse = (set: Int32Array): SparseBits => {
  const found: number[] = []
  set.forEach((bits, word) => {
    if (bits !== 0) found.push(word, bits)
  })
  return Int32Array.from(found)
}

/** Writes into `into` how many members the row's set shares with each column's. */
export const countShared = ({ columns, words }: BitColumns, set: SparseBits, into: Int32Array): void => {
  into.fill(0)
  for (let at = 0; at < set.length; at += 2) {
    const from = set[at]! * columns
    const bits = set[at + 1]!
    for (let column = 0; column < columns; column++) into[column]! += bitsIn(bits & words[from + column]!)
  }
}

/** Writes into `into` something other than 0 where the row's set and the column's share a member. */
export const findShared = ({ columns, words }: BitColumns, set: SparseBits, into: Int32Array): void => {
  into.fill(0)
  for (let at = 0; at < set.length; at += 2) {
    const from = set[at]! * columns
    const bits = set[at + 1]!
    for (let column = 0; column < columns; column++) into[column]! |= bits & words[from + column]!
  }
}
