import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AllBox, ConsentBox } from './consent-boxes.tsx'
import type { Choices } from './use-choices.ts'
import { groups, groupWords, purposes, purposeWords } from './words.ts'

/** The same choices one purpose after the other, for narrow screens. */
export const ConsentByPurpose = ({ choices }: { choices: Choices }) => (
  <SpaceBetween size="xs">
    {purposes.map((purpose, at) => (
      <ExpandableSection
        key={purpose}
        defaultExpanded={at === 0}
        headingTagOverride="h3"
        headerText={purposeWords[purpose].title}
        headerDescription={`${groups.filter((group) => choices.is(group, purpose)).length} of ${groups.length} allowed`}
      >
        <SpaceBetween size="s">
          <div>{purposeWords[purpose].meaning}</div>
          <AllBox choices={choices} purpose={purpose}>
            All answers
          </AllBox>
          {groups.map((group) => (
            <ConsentBox
              key={group}
              choices={choices}
              group={group}
              purpose={purpose}
              description={groupWords[group].holds}
            >
              {groupWords[group].title}
            </ConsentBox>
          ))}
        </SpaceBetween>
      </ExpandableSection>
    ))}
  </SpaceBetween>
)
