import { mean } from './mean.ts'
import { latestOf } from './movement.ts'
import type { Behaviour } from './question-bank/behaviour-items.ts'
import { behaviourOf } from './question-bank/question-bank.ts'
import { pulseId } from './question-bank/question-ids.ts'
import type { ResponseRecord } from './response-record.ts'

/** How far a participant's own rating moved from the baseline to the latest pulse, and the two responses it rests on. */
export type PulseChange = { subjectId: string; change: number; rows: string[] }

/**
 * The latest pulse of each participant against their own baseline 360, over some of their target behaviours: the mean over the
 * behaviours that both ask about of (pulse rating − mean of the baseline items). Who lacks either is left out.
 * @param targets which behaviours of a participant count
 */
export const pulseMovement = (
  responses: readonly ResponseRecord[],
  targets: (subjectId: string) => readonly Behaviour[],
): PulseChange[] => {
  const own = latestOf(responses.filter(({ subjectId, respondentId }) => subjectId === respondentId))
  const baselines = new Map(
    own.filter(({ instrument }) => instrument === 'baseline-360').map((baseline) => [baseline.subjectId, baseline]),
  )
  return own
    .filter(({ instrument }) => instrument === 'pulse')
    .flatMap((pulse) => {
      const { subjectId } = pulse
      const baseline = baselines.get(subjectId)
      if (!baseline) return []
      const change = mean(targets(subjectId).flatMap((behaviour) => moved(baseline, pulse, behaviour)))
      return change === undefined ? [] : [{ subjectId, change, rows: [baseline.id, pulse.id] }]
    })
}

const moved = (baseline: ResponseRecord, pulse: ResponseRecord, behaviour: Behaviour): number[] => {
  const items = Object.entries(baseline.ratings).flatMap(([id, rating]) =>
    behaviourOf(id) === behaviour ? [rating] : [],
  )
  const before = mean(items)
  const now = pulse.ratings[pulseId(behaviour)]
  return before === undefined || now === undefined ? [] : [now - before]
}
