import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { moment } from '../../when/when.ts'
import { InWords } from '../../words/in-words.tsx'
import { Paragraphs } from '../../words/paragraphs.tsx'
import type { Material } from './selection-hints.ts'

/** What a person needs to see to do a task of a selection: what was missing, what is signed, what was handed in. */
export const SelectionMaterial = ({ material, zone }: { material: Material; zone: string }) => {
  const { missing, document, answers, rubric, form } = material
  const isScored = rubric !== undefined && form === 'scores'
  if (missing.length === 0 && !document && !isScored && answers.length === 0) return null
  return (
    <SpaceBetween size="l">
      {missing.length > 0 && (
        <Alert type="warning" header="Missing in the round before">
          <ul>
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Alert>
      )}
      {document && (
        <Container
          header={
            <Header variant="h2" description={`Version ${document.version}`}>
              {document.title}
            </Header>
          }
        >
          <Paragraphs of={document.paragraphs} />
        </Container>
      )}
      {isScored && (
        <Alert type="info" header={`Rubric: ${rubric.title}, version ${rubric.version}`}>
          Passed from a median of {rubric.passes.median} over all marks, with no dimension below {rubric.passes.lowest},
          and turned down below {rubric.rejectsBelow}. Mark on your own; the panel sees all marks once everybody has
          scored.
        </Alert>
      )}
      {answers.map(({ byName, at, answer, step, requirement, by }) => (
        <Container
          key={[step, requirement, by].join()}
          header={
            <Header variant="h2" description={moment(at, zone)}>
              From {byName}
            </Header>
          }
        >
          <InWords value={answer} />
        </Container>
      ))}
    </SpaceBetween>
  )
}
