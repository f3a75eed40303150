import type { Fact, FactValue } from '../program/fact.ts'

/** At least `fewest` decimals, more where rounding would hide which side of a whole number the value is on: 79.97 never reads 80. */
function decimal(value: number, fewest: number): string {
  for (let digits = fewest; digits < 6; digits += 1) {
    const text = value.toFixed(digits)
    if (Number.isInteger(value) || !Number.isInteger(Number(text))) return text
  }
  return String(value)
}

const percentOf = (part: number, whole: number): string => {
  const percent = (part * 100) / whole
  return Number.isInteger(percent) ? `${percent} %` : `${decimal(percent, 1)} %`
}

const answersInWords = (answers: number): string => `(${answers} ${answers === 1 ? 'answer' : 'answers'})`

/** A measured value for people: "76 % (38 of 50)", "4.0 of 5 (12 answers)", "+0.4 (18 answers)", "3", "yes", "nothing to count". */
export function valueInWords(value: FactValue): string {
  switch (value.kind) {
    case 'yes-no':
      return value.yes ? 'yes' : 'no'
    case 'count':
      return String(value.count)
    case 'ratio':
      if (value.whole === 0) return 'nothing to count (0 of 0)'
      return `${percentOf(value.part, value.whole)} (${value.part} of ${value.whole})`
    case 'rating':
      return `${decimal(value.median, 1)} of 5 ${answersInWords(value.answers)}`
    case 'change': {
      const sign = value.change > 0 ? '+' : value.change < 0 ? '−' : ''
      return `${sign}${decimal(Math.abs(value.change), 1)} ${answersInWords(value.answers)}`
    }
  }
}

/** "17 of 20 have answered" while answers are missing, else nothing. */
export const answeredInWords = ({ asked, answered }: Pick<Fact, 'asked' | 'answered'>): string | undefined =>
  asked !== undefined && answered !== undefined && answered < asked
    ? `${answered} of ${asked} have answered`
    : undefined
