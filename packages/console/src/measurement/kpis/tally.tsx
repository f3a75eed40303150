import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import type { Answer } from '../../api/client.ts'
import { VerdictSign } from '../verdict.tsx'

type Verdict = Answer<'getKpis'>['items'][number]['met']

const groups: { met: Verdict; also: Verdict[] }[] = [
  { met: 'met', also: [] },
  { met: 'not met', also: [] },
  { met: 'no data', also: ['suppressed'] },
  { met: 'no target', also: ['no baseline'] },
]

/** How many KPIs are met, missed, without data, without a target. */
export const Tally = ({ items }: { items: { met: Verdict }[] }) => (
  <Container>
    <ColumnLayout columns={4} minColumnWidth={130}>
      {groups.map(({ met, also }) => (
        <div key={met}>
          <Box fontSize="display-l" fontWeight="bold">
            {items.filter((each) => each.met === met || also.includes(each.met)).length}
          </Box>
          <VerdictSign met={met} />
          {also.length > 0 && <Box color="text-body-secondary">or {also.join(', ')}</Box>}
        </div>
      ))}
    </ColumnLayout>
  </Container>
)
