import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { scopes, useLevel } from './level.ts'

/** Chooses whose figures are shown; the choice is in the address. */
export const ScopeChoice = () => {
  const { scope, choose } = useLevel()
  return (
    <SegmentedControl
      label="Whose figures"
      options={scopes}
      selectedId={scope}
      onChange={({ detail }) => choose(detail.selectedId)}
    />
  )
}
