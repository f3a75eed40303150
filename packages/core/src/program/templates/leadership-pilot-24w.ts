import { programTemplate } from '../template.ts'
import { defaults } from './gate-notation.ts'
import { weeks01To08 } from './leadership-pilot-weeks-01-08.ts'
import { weeks09To16 } from './leadership-pilot-weeks-09-16.ts'
import { weeks17To24 } from './leadership-pilot-weeks-17-24.ts'

/** The main template (domain §7.1): 24 weekly gates, three steering decisions (W12, W19, W24), early signals at day 60 and 120. */
export const leadershipPilot24w = programTemplate.parse({
  templateId: 'leadership-pilot-24w',
  title: 'Leadership pilot, 24 weeks',
  summary:
    'Coaching sprints and mentoring for 20 to 40 leaders, with a go/no-go criterion every week and a decision to scale, iterate or sunset at the end.',
  weeks: 24,
  gates: [...weeks01To08, ...weeks09To16, ...weeks17To24],
  earlySignals: [
    { day: 60, words: 'Early signal: attendance and first movement of the primary behaviour; directional, not proof' },
    { day: 120, words: 'Early signal: follow-up 360, telemetry and linked KPIs; directional, not proof' },
  ],
  minimumCohort: 20,
  ...defaults,
})
