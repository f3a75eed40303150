import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import * as tokens from '@cloudscape-design/design-tokens'
import { LinkTo } from '../frame/link-to.tsx'
import { rowsPage, statusOf } from './machine-groups.ts'
import type { Block, Box as Place } from './machine-layout.ts'
import { InnerLines } from './machine-lines.tsx'
import { StateSign, signs } from './machine-sign.tsx'
import type { StateProgress } from './machine-status.ts'
import { useProgram } from './use-program.tsx'

type BlockProps = {
  block: Block
  progress: Map<string, StateProgress>
  now: string | undefined
  onToggle: (id: string) => void
}

const at = ({ x, y, width, height }: Place) => ({ left: x, top: y, width, height })

/** A week of the machine: closed, with how it stands; or open, with its states. */
export const MachineBlock = ({ block, progress, now, onToggle }: BlockProps) => {
  const { group, open } = block
  const status = statusOf(group, progress)
  const sign = signs[status]
  const background = open ? tokens.colorBackgroundLayoutMain : sign.background
  return (
    <div className="machine-block" style={{ ...at(block), borderColor: sign.border, background }}>
      <div className="machine-block-head">
        <Button
          variant="inline-link"
          iconName={open ? 'treeview-collapse' : 'treeview-expand'}
          ariaExpanded={open}
          ariaLabel={`${group.title}${group.gate ? `, gate ${group.gate}` : ''}: states`}
          onClick={() => onToggle(group.id)}
        >
          {group.gate ?? group.title}
        </Button>
        {group.gate && (
          <Box variant="small" display="block" color="text-body-secondary">
            {group.title}
          </Box>
        )}
        {!open && (
          <Box fontSize="body-s">
            <StateSign status={status} />
          </Box>
        )}
      </div>
      <InnerLines block={block} />
      {group.states.map(({ name }) => {
        const place = block.nodes.get(name)
        const state = progress.get(name)
        return place && state ? (
          <StateBox key={name} place={place} state={state} gate={group.gate} isNow={name === now} />
        ) : null
      })}
    </div>
  )
}

type StateBoxProps = { place: Place; state: StateProgress; gate: string | undefined; isNow: boolean }

const StateBox = ({ place, state, gate, isNow }: StateBoxProps) => {
  const { programId } = useProgram()
  const { name, status, visits } = state
  const { border, background } = signs[status]
  return (
    <div
      className="machine-state"
      data-now={isNow}
      aria-current={isNow ? 'step' : undefined}
      style={{ ...at(place), borderColor: border, background }}
    >
      <LinkTo href={rowsPage(programId, gate)} fontSize="body-s">
        {name}
      </LinkTo>
      <Box fontSize="body-s">
        <StateSign status={status} />
        {visits.length > 1 && ` (${visits.length} times)`}
      </Box>
    </div>
  )
}
