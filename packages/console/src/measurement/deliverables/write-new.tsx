import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useFollow } from '../../frame/follow.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { type Kind, kinds, mayWrite } from './kinds.ts'

/** Begins a deliverable: of the kind that is shown, or of one that is chosen; nothing for who writes none. */
export const WriteNew = ({ kind }: { kind?: Kind }) => {
  const { programId, part } = useProgram()
  const follow = useFollow()
  const base = `/programs/${programId}/deliverables/new`
  const own = kinds.filter((each) => mayWrite(part, each.kind) && (!kind || each.kind === kind))
  const only = own.length === 1 ? own[0] : undefined
  if (own.length === 0) return null
  if (only) {
    return (
      <ButtonTo variant="primary" href={`${base}/${only.kind}`}>
        Write a {only.name.toLowerCase()}
      </ButtonTo>
    )
  }
  return (
    <ButtonDropdown
      variant="primary"
      expandToViewport
      onItemFollow={follow}
      items={own.map((each) => ({ id: each.kind, text: each.name, href: `${base}/${each.kind}` }))}
    >
      Write
    </ButtonDropdown>
  )
}
