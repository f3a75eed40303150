import Select from '@cloudscape-design/components/select'
import { useSearchParams } from 'react-router'
import type { Answer } from '../../api/client.ts'
import { allAtOnce, useRead } from '../../api/queries.ts'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { inTitle } from '../words.ts'
import { instrumentWords } from './instrument-words.ts'

type Question = Answer<'getQuestionBank'>['instruments'][number]['questions'][number]

const columns: Column<Question>[] = [
  { id: 'others', header: 'Question', value: ({ others }) => others, rowHeader: true, minWidth: 240 },
  { id: 'self', header: 'Worded for oneself', value: ({ self }) => self, minWidth: 240 },
  { id: 'behaviour', header: 'Behaviour', value: ({ behaviour }) => behaviour && inTitle(behaviour), minWidth: 130 },
  { id: 'scale', header: 'Answer', value: ({ scale }) => (scale === 'rating' ? '1 to 5' : 'yes or no'), minWidth: 100 },
]

/** The questions of each instrument as they are asked now. */
export const QuestionBank = () => {
  const { programId } = useProgram()
  const [search, setSearch] = useSearchParams()
  const bank = useRead('getQuestionBank', { path: { programId } })
  const instruments = bank.data?.instruments ?? []
  const shown = instruments.find(({ instrument }) => instrument === search.get('instrument')) ?? instruments[0]
  const choices = instruments.map(({ instrument }) => ({ value: instrument, label: instrumentWords[instrument] }))
  return (
    <List
      title="Questions"
      about={
        shown && `From 1 (${shown.low}) to 5 (${shown.high}). Version ${bank.data?.bank} of the questions is asked now.`
      }
      from={allAtOnce({ ...bank, data: shown && { items: shown.questions } })}
      noun={{ one: 'question', many: 'questions' }}
      id={({ question }) => question}
      columns={columns.filter(({ id }) => id !== 'self' || shown?.questions.some((each) => each.self !== each.others))}
      empty={{ text: 'This instrument asks nothing.' }}
      file={`questions-${shown?.instrument ?? ''}`}
      narrow={
        <Select
          ariaLabel="Instrument"
          options={choices}
          selectedOption={choices.find(({ value }) => value === shown?.instrument) ?? null}
          onChange={({ detail }) =>
            setSearch(
              (now) => {
                now.set('instrument', detail.selectedOption.value ?? '')
                return now
              },
              { replace: true },
            )
          }
        />
      }
    />
  )
}
