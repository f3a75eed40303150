import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import * as tokens from '@cloudscape-design/design-tokens'
import { LinkTo } from '../frame/link-to.tsx'
import { dayOf } from '../when/when.ts'
import { GateStatus } from './gate-status.tsx'
import { Outcome } from './outcome.tsx'
import type { Week } from './timeline-waiting.ts'

const edges = {
  pass: tokens.colorBorderStatusSuccess,
  fail: tokens.colorBorderStatusError,
  inconclusive: tokens.colorBorderStatusWarning,
}

type TileProps = { week: Week; current: boolean; base: string; zone: string }

/** One week: its gate, how that came out and who decided what; of the weeks to come, when they are. */
export const WeekTile = ({ week, current, base, zone }: TileProps) => {
  const edge = current
    ? tokens.colorBorderItemSelected
    : week.outcome
      ? edges[week.outcome]
      : tokens.colorBorderDividerDefault
  const background = current ? tokens.colorBackgroundItemSelected : tokens.colorBackgroundContainerContent
  return (
    <li
      className="timeline-week"
      style={{ borderColor: current ? edge : tokens.colorBorderDividerDefault, borderTopColor: edge, background }}
      aria-current={current ? 'step' : undefined}
    >
      <div className="timeline-week-top">
        <LinkTo href={`${base}/gates/${week.gate}`} fontSize="body-m">
          <strong>{week.gate}</strong>
        </LinkTo>
        {current ? (
          <Badge color="blue">now</Badge>
        ) : (
          <Box variant="small" color="text-body-secondary">
            Week {week.week}
          </Box>
        )}
      </div>
      <Box fontSize="body-s">{week.title}</Box>
      {(week.outcome || week.status !== 'planned') && (
        <Box fontSize="body-s">
          {week.outcome ? <Outcome outcome={week.outcome} /> : <GateStatus status={week.status} />}
        </Box>
      )}
      {week.value && (
        <Box fontSize="body-s" fontWeight="bold">
          {week.value}
        </Box>
      )}
      <Box variant="small" color="text-body-secondary">
        {foot(week, zone)}
      </Box>
    </li>
  )
}

/** What was decided and by whom, or what comes next. */
const foot = ({ status, decision, decidedBy, opensAt, checksAt, outcome }: Week, zone: string): string => {
  const decided = decision && decision !== 'pass' ? `${capital(decision)}: ${decidedBy}` : undefined
  switch (status) {
    case 'planned':
      return `Opens ${dayOf(opensAt, zone)}`
    case 'open':
      return `Checked ${dayOf(checksAt, zone)}`
    case 'awaiting owner':
      return 'Waits for the program owner'
    case 'awaiting steering':
      return 'Waits for the steering committee'
    case 'rechecking':
      return decided ?? 'Is checked again'
    case 'closed':
      return decided ?? (outcome === 'pass' ? 'Passed by the gate check' : `Checked ${dayOf(checksAt, zone)}`)
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
