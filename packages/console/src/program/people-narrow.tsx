import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { roleList } from './role-words.ts'

type PeopleNarrowProps = { role: string; status: string; onNarrow: (name: 'role' | 'status', value: string) => void }

const roles = [{ value: '', label: 'Any role' }, ...roleList.map(([role]) => ({ value: role as string, label: role }))]
const statuses = [
  { value: '', label: 'Any status' },
  { value: 'active', label: 'active' },
  { value: 'withdrawn', label: 'withdrawn' },
]

/** Narrows a list of people to a role and a status. */
export const PeopleNarrow = ({ role, status, onNarrow }: PeopleNarrowProps) => (
  <SpaceBetween direction="horizontal" size="xs">
    <Select
      options={roles}
      selectedOption={roles.find(({ value }) => value === role) ?? roles[0]!}
      onChange={({ detail }) => onNarrow('role', detail.selectedOption.value ?? '')}
      ariaLabel="Role"
      expandToViewport
    />
    <Select
      options={statuses}
      selectedOption={statuses.find(({ value }) => value === status) ?? statuses[0]!}
      onChange={({ detail }) => onNarrow('status', detail.selectedOption.value ?? '')}
      ariaLabel="Status"
      expandToViewport
    />
  </SpaceBetween>
)
