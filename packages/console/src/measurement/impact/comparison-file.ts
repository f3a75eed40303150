/** What the file of a comparison holds, as its maker is told. */
export const fileColumns: [name: string, meaning: string][] = [
  ['id', 'A pseudonym for each person, never an e-mail address or an id of Pilotgate.'],
  ['treated', '1 for who took part, 0 for who did not.'],
  ['outcome', 'The number that is compared, measured after the program the same way for everybody.'],
  [
    'all others',
    'What both groups are to be alike in, as it was before the program: tenure, role, project complexity. No cell may be empty.',
  ],
]

/** A file to begin with. */
export const exampleFile =
  'id,treated,outcome,tenure,role,outcome_before\nA1,1,31,4,lead,46\nA2,1,30,2,lead,44\nB1,0,46,4,lead,45\nB2,0,44,2,lead,47\n'

export type Comparison = {
  title: string
  better: 'higher' | 'lower'
  csv: string
  treatment: string
  outcome: string
  covariates: string[]
  exact: string[]
  unit: string
  ratio: string
  caliper: string
  replacement: boolean
}

export const blank: Comparison = {
  title: '',
  better: 'higher',
  csv: '',
  treatment: 'treated',
  outcome: 'outcome',
  covariates: [],
  exact: [],
  unit: '',
  ratio: '1',
  caliper: '0.2',
  replacement: false,
}

/** What still has to be filled in, by field. */
export const missingIn = (entry: Comparison, columns: string[]): Partial<Record<keyof Comparison, string>> => ({
  ...(entry.title.trim().length < 3 && { title: 'Say in a few words what is compared.' }),
  ...(columns.length === 0 && { csv: 'Choose a file or paste its rows.' }),
  ...(!columns.includes(entry.treatment) && { treatment: 'Choose the column that says who took part.' }),
  ...(!columns.includes(entry.outcome) && { outcome: 'Choose the column that is compared.' }),
  ...(entry.covariates.length === 0 && { covariates: 'Choose at least one column both groups are to be alike in.' }),
  ...(!/^([1-9]|10)$/.test(entry.ratio.trim()) && { ratio: 'Write a whole number from 1 to 10.' }),
  ...(entry.caliper.trim() !== '' &&
    !(Number(entry.caliper) > 0) && { caliper: 'Write a number above 0, or nothing.' }),
})
