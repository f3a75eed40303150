import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import { inWords } from '../../form/words.ts'
import { useNames } from '../../program/use-names.ts'
import { sections } from '../sections.ts'
import { days } from '../week-hours.ts'
import { type Answers, fieldWords } from '../words.ts'

type Given = Answers[keyof Answers]

/** The answers of an intake to read, section after section; goals are shown by themselves. */
export const AnswersRead = ({ answers }: { answers: Answers }) => {
  const nameOf = useNames([answers.trainerId])
  return (
    <>
      {sections
        .filter(({ fields }) => !fields.includes('goals'))
        .map(({ title, fields }) => ({ title, items: fields.flatMap((field) => itemsOf(field, answers, nameOf)) }))
        .filter(({ title, items }) => items.length > 0 && title !== '')
        .map(({ title, items }) => (
          <Container key={title} header={<Header variant="h2">{title}</Header>}>
            <KeyValuePairs columns={3} minColumnWidth={220} items={items} />
          </Container>
        ))}
    </>
  )
}

/** Fields whose words are those of the form; others are people's own, and stay as they were written. */
const vocabulary = ['triggers', 'targetBehaviours', 'impactFlags']
const agentOnly = ['failureModes', 'trainerId']

/** A field, or each part of one that has parts. */
const itemsOf = (
  field: string,
  answers: Answers,
  nameOf: (id: string) => string,
): { label: string; value: ReactNode }[] => {
  const given = answers[field as keyof Answers]
  if (given === undefined && agentOnly.includes(field)) return []
  if (field === 'trainerId') return [{ label: fieldWords[field]!, value: nameOf(String(given)) }]
  const parts = Object.keys(fieldWords).filter((path) => path.startsWith(`${field}.`))
  if (parts.length === 0)
    return [{ label: fieldWords[field] ?? inWords(field), value: shown(given, vocabulary.includes(field)) }]
  const named = (given ?? {}) as Record<string, Given>
  return parts.map((path) => ({ label: fieldWords[path]!, value: shown(named[path.slice(field.length + 1)]) }))
}

const shown = (given: Given | boolean, ofVocabulary = false): ReactNode => {
  if (given === undefined || given === '') return 'Not answered'
  if (typeof given === 'boolean') return given ? 'Yes' : 'No'
  if (!Array.isArray(given)) return String(given)
  if (given.length === 0) return 'None'
  if (given.every((each) => typeof each === 'string')) return (ofVocabulary ? given.map(inWords) : given).join(', ')
  return (given as NonNullable<Answers['availability']>).map(({ day, from, to }) => (
    <div key={`${day} ${from}`}>
      {days[day - 1]?.label} {from}–{to}
    </div>
  ))
}
