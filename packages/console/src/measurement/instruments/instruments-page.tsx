import { AddressTabs } from '../../frame/address-tabs.tsx'
import { Page } from '../../frame/page.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { Movement } from './movement.tsx'
import { QuestionBank } from './question-bank.tsx'
import { RatersList } from './raters-list.tsx'
import { Results } from './results.tsx'

/** What people were asked, how many answered, and what it came to. */
export const Component = () => {
  const { may } = useProgram()
  const tabs = [
    { id: 'results', label: 'Answers by gate', content: <Results /> },
    { id: 'movement', label: 'Movement in the 360', content: <Movement /> },
    { id: 'questions', label: 'Questions', content: <QuestionBank /> },
    ...(may('name any raters') ? [{ id: 'raters', label: 'Raters', content: <RatersList /> }] : []),
  ]
  return (
    <Page
      title="Instruments"
      about="360s, pulses, ratings and attestations. Figures need five people; single answers are shown to nobody."
      crumbs={useCrumbs()}
    >
      <AddressTabs label="Instruments" tabs={tabs} />
    </Page>
  )
}
