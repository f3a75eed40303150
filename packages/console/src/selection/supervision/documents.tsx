import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../../api/queries.ts'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { Paragraphs } from '../../words/paragraphs.tsx'

/** What coaches and mentors sign, with its text. */
export const Documents = () => {
  const { programId } = useProgram()
  const { data, error, refetch } = useRead('listDocuments', { path: { programId } })
  if (!data)
    return error ? <Trouble error={error} what="The documents" again={refetch} /> : <Loading what="the documents" />
  return (
    <SpaceBetween size="s">
      {data.items.map(({ document, title, version, paragraphs }) => (
        <ExpandableSection
          key={document}
          variant="container"
          headingTagOverride="h2"
          headerText={title}
          headerDescription={`Version ${version}. Signatures name the version they stand under.`}
        >
          <Paragraphs of={paragraphs} />
        </ExpandableSection>
      ))}
    </SpaceBetween>
  )
}
