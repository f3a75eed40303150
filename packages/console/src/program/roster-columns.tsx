import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { roleList } from './role-words.ts'
import type { RosterColumn } from './roster-file.ts'

const columns: Record<RosterColumn, string> = {
  email: 'The address that mails go to. A person is known by it. Needed.',
  name: 'First and last name. Needed.',
  roles: 'One or more of the roles below, with ";" between them. Needed.',
  zone: 'The IANA time zone the person lives in, such as Europe/Berlin. Needed.',
  manager_email: 'The address of the manager, who needs a row too. May stay empty.',
  places: 'For coaches and mentors: how many people they can take at a time.',
  learner_kind: '"person", or "agent" for an autonomous agent that learns. Empty means person.',
}

/** The columns of a roster and the roles that may stand in it. */
export const RosterColumns = () => (
  <SpaceBetween size="m">
    <KeyValuePairs columns={2} items={Object.entries(columns).map(([label, value]) => ({ label, value }))} />
    <div>
      <Box variant="awsui-key-label">Roles</Box>
      <Box variant="small">{roleList.map(([role, words]) => `${role} (${words})`).join(', ')}.</Box>
    </div>
  </SpaceBetween>
)
