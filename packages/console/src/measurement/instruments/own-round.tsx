import type { Answer } from '../../api/client.ts'
import { type Column, List } from '../../list/list.tsx'
import { number } from '../../words/figure.ts'
import { inTitle } from '../words.ts'
import { instrumentWords } from './instrument-words.ts'

type Round = Answer<'getOwnReport'>['rounds'][number]
type Item = Round['items'][number]

/** What the mean of others is, or why it is not shown. */
export const othersInWords = ({ mean, people, withheld }: Item['others'], signed = false): string =>
  mean === undefined ? (withheld ?? 'nobody has answered') : `${number(mean, { signed })} (mean of ${people} people)`

const columns: Column<Item>[] = [
  { id: 'behaviour', header: 'Behaviour', value: ({ behaviour }) => inTitle(behaviour), minWidth: 130 },
  { id: 'question', header: 'Question', value: ({ question }) => question, rowHeader: true, minWidth: 220 },
  { id: 'self', header: 'You (1–5)', value: ({ self }) => self, minWidth: 90 },
  { id: 'others', header: 'Others (1–5)', value: ({ others }) => othersInWords(others), minWidth: 200 },
]

/** One round of the own 360, question by question. */
export const OwnRound = ({ round: { gate, instrument, asked, answered, items } }: { round: Round }) => (
  <List
    title={`${gate}: ${instrumentWords[instrument]}`}
    about={`${answered} of ${asked} people have answered, you among them if you have. 1 is hardly ever, 5 nearly always.`}
    from={{ rows: items, complete: true, error: null, again: () => undefined }}
    noun={{ one: 'question', many: 'questions' }}
    id={({ question }) => question}
    columns={columns}
    empty={{ text: 'Nobody has answered yet.' }}
    file={`360-${gate}`}
  />
)
