import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import type { Agreement } from '../words.ts'
import { Clauses } from './clauses.tsx'
import { Signatures } from './signatures.tsx'

/** Versions of the working agreement before the newest one. */
export const EarlierVersions = ({ versions }: { versions: Agreement[] }) => {
  const { zone } = useProgram()
  return versions.map((version) => (
    <ExpandableSection
      key={version.number}
      variant="container"
      headingTagOverride="h2"
      headerText={`Version ${version.number}`}
      headerDescription={`Made ${dayOf(version.madeAt, zone)}${version.change ? `: ${version.change}` : ''}`}
    >
      <SpaceBetween size="l">
        <Signatures agreement={version} />
        <Clauses clauses={version.clauses} />
      </SpaceBetween>
    </ExpandableSection>
  ))
}
