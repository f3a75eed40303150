/** What an outcome means in a sentence: "W06 did not pass". */
export const outcomeVerb = { pass: 'passed', fail: 'did not pass', inconclusive: 'is inconclusive' } as const

/** What an outcome means in a table. */
export const outcomeWords = {
  pass: 'Passed',
  fail: 'Did not pass',
  inconclusive: 'Inconclusive: data are missing',
} as const

/** The start of a reason, short enough for a subject: "session attendance 76 %" of "Session attendance 76 % (38 of 50), needs …". */
export const gist = (reason: string): string => {
  const start = reason.split(/ \(|[,;\n](?=\s|$)|\.(?=\s|$)/u)[0] ?? reason
  return /^\p{Lu}\p{Ll}/u.test(start) ? start.charAt(0).toLowerCase() + start.slice(1) : start
}
