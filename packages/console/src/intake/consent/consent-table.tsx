import Box from '@cloudscape-design/components/box'
import Table from '@cloudscape-design/components/table'
import { AllBox, ConsentBox } from './consent-boxes.tsx'
import type { Choices } from './use-choices.ts'
import { type Group, groups, groupWords, purposes, purposeWords } from './words.ts'

type Row = Group | 'all'
const rows: Row[] = ['all', ...groups]

/** Every group of answers against every purpose, to tick. */
export const ConsentTable = ({ choices }: { choices: Choices }) => (
  <Table
    variant="embedded"
    wrapLines
    items={rows}
    trackBy={(row) => row}
    ariaLabels={{ tableLabel: 'What may be used for what' }}
    columnDefinitions={[
      {
        id: 'group',
        header: 'These answers',
        isRowHeader: true,
        minWidth: 200,
        cell: (row) =>
          row === 'all' ? (
            'All of them'
          ) : (
            <>
              {groupWords[row].title}
              <Box variant="small" display="block">
                {groupWords[row].holds}
              </Box>
            </>
          ),
      },
      ...purposes.map((purpose) => ({
        id: purpose,
        header: purposeWords[purpose].short,
        minWidth: 90,
        cell: (row: Row) =>
          row === 'all' ? (
            <AllBox choices={choices} purpose={purpose} />
          ) : (
            <ConsentBox choices={choices} group={row} purpose={purpose} />
          ),
      })),
    ]}
  />
)
