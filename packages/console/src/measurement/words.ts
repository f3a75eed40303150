/** Words as a heading or the first of a line: `Every week`. */
export const inTitle = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
