/** Compares two secrets in a time that depends on the length of the one that was sent only, so that nobody can guess letter by letter. */
export const sameSecret = (sent: string, kept: string): boolean => {
  let difference = sent.length ^ kept.length
  for (let index = 0; index < sent.length; index += 1) {
    // Beyond the end there is NaN, which counts as 0.
    difference |= sent.charCodeAt(index) ^ kept.charCodeAt(index)
  }
  return difference === 0
}
