import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import type { RowOf } from '../../api/queries.ts'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { Facts } from '../facts.tsx'
import { EditRubric } from './edit-rubric.tsx'

export type Rubric = RowOf<'listRubrics'>

/** What panels score by, in the version that a new panel gets. */
export const Rubrics = () => {
  const { programId, may } = useProgram()
  const { data, error, refetch } = useRead('listRubrics', { path: { programId } })
  const [editing, setEditing] = useState<Rubric>()
  if (!data)
    return error ? <Trouble error={error} what="The rubrics" again={refetch} /> : <Loading what="the rubrics" />
  return (
    <SpaceBetween size="s">
      {data.items.map((rubric) => (
        <ExpandableSection
          key={rubric.rubric}
          variant="container"
          headingTagOverride="h2"
          headerText={rubric.title}
          headerDescription={`Version ${rubric.version}. Passes from a median of ${rubric.passes.median} of 5.`}
          headerActions={
            may('edit rubrics') && (
              <Button onClick={() => setEditing(rubric)} ariaLabel={`Change the rubric ${rubric.title}`}>
                Change
              </Button>
            )
          }
        >
          <SpaceBetween size="m">
            <Facts
              of={[
                ['Panel', `${rubric.minimumPanel} members at least`],
                ['Roles that must be in it', rubric.composition.join(', ')],
                ['Passes', `Median of ${rubric.passes.median} or more, no dimension below ${rubric.passes.lowest}`],
                ['Turned down', `Median below ${rubric.rejectsBelow}`],
                ...rubric.knockOuts.map(({ words }): [string, string] => [
                  'Turned down whatever the marks',
                  `${words} (half of the panel or more)`,
                ]),
              ]}
            />
            <Table
              variant="embedded"
              wrapLines
              ariaLabels={{ tableLabel: `Dimensions of ${rubric.title}` }}
              items={rubric.dimensions}
              columnDefinitions={[
                { id: 'words', header: 'Dimension', isRowHeader: true, minWidth: 140, cell: ({ words }) => words },
                { id: 'one', header: '1 looks like', minWidth: 160, cell: ({ anchors }) => anchors.one },
                { id: 'three', header: '3 looks like', minWidth: 160, cell: ({ anchors }) => anchors.three },
                { id: 'five', header: '5 looks like', minWidth: 160, cell: ({ anchors }) => anchors.five },
              ]}
            />
          </SpaceBetween>
        </ExpandableSection>
      ))}
      {editing && <EditRubric rubric={editing} onClose={() => setEditing(undefined)} />}
    </SpaceBetween>
  )
}
