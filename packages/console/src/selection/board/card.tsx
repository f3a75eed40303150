import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import * as tokens from '@cloudscape-design/design-tokens'
import { LinkTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { dayOf, fromNow } from '../../when/when.ts'
import { paths } from '../words.ts'
import type { Place } from './columns.ts'
import { type SelectionTask, taskWords } from './waiting-for.ts'

/** A candidate at a step: since when, what it waits for, when that is due. */
export const Card = ({ line, at, tasks }: Place & { tasks: SelectionTask[] }) => {
  const { programId, zone } = useProgram()
  const now = useNow()
  const late = at?.status === 'open' && at.dueAt < now
  const edge = late
    ? tokens.colorBorderStatusError
    : at?.status === 'on hold'
      ? tokens.colorBorderStatusWarning
      : tokens.colorBorderStatusInfo
  return (
    <li
      className="selection-card"
      style={{
        borderColor: tokens.colorBorderDividerDefault,
        borderInlineStartColor: edge,
        background: tokens.colorBackgroundContainerContent,
      }}
    >
      <LinkTo href={`/programs/${programId}/candidacies/${line.candidacyId}`}>{line.name}</LinkTo>
      <Box variant="small" display="block" color="text-body-secondary">
        Since {dayOf(line.openedAt, zone)}
      </Box>
      {!at && <StatusIndicator type="loading">The next step begins</StatusIndicator>}
      {at && (
        <>
          <StatusIndicator type={late ? 'error' : at.status === 'on hold' ? 'warning' : 'in-progress'}>
            {late ? 'Overdue' : at.status === 'on hold' ? 'On hold' : 'Open'}
          </StatusIndicator>
          <Box variant="small" display="block">
            {whenWords(at, late, zone, now)}
          </Box>
        </>
      )}
      {at && (
        <Box variant="small" display="block">
          {waitsFor(at, tasks, line)}
        </Box>
      )}
    </li>
  )
}

const whenWords = (at: NonNullable<Place['at']>, late: boolean, zone: string, now: string): string => {
  const held = at.status === 'on hold'
  const day = held ? at.until : at.dueAt
  if (!day) return ''
  return `${held ? 'Until' : late ? 'Since' : 'Due'} ${dayOf(day, zone)}, ${fromNow(day, now)}`
}

const waitsFor = (at: NonNullable<Place['at']>, tasks: SelectionTask[], { path }: Place['line']): string => {
  if (at.status === 'on hold') return `Missing: ${at.missing?.join('; ') ?? `see the candidacy (${paths[path].lead})`}`
  const asked = [...new Set(tasks.map(taskWords))]
  return asked.length > 0 ? `Waits for: ${asked.join('; ')}` : ''
}
