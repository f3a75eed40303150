/** What was given as a roster: the chosen file and its text, or the text that was pasted. */
export type RosterGiven = { way: 'file' | 'paste'; text: string; file?: File }
export const nothingGiven: RosterGiven = { way: 'file', text: '' }
