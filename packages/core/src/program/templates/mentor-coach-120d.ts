import { copyTemplate } from '../edit-template.ts'
import { atLeast, atMost, each, improves, isYes, one, when } from './gate-notation.ts'
import { mentorCoach90d } from './mentor-coach-90d.ts'

/** The longer variant with group clinics, for sponsors who lack time (domain §7.2): the 90-day template, edited as an owner would. */
export const mentorCoach120d = copyTemplate(mentorCoach90d, {
  templateId: 'mentor-coach-120d',
  title: 'Mentor coaching with clinics, 120 days',
  summary:
    'The 90-day program for sponsors with little time: some one-to-one sessions become group clinics over 17 weeks.',
  weeks: 17,
  gates: {
    M08: {
      gate: 'M11',
      week: 11,
      work: [
        'Hold group clinics instead of some one-to-ones',
        'Clear blockers with the sponsor',
        'Measure competencies midway',
      ],
      asks: [
        one('sponsor', 'sponsor-check-in-held', 'Did you hold the sponsor check-in and take up the blockers?'),
        one('learning operations', 'open-systemic-blockers', 'How many governance blockers are still open?'),
        each('mentor', 'group-clinics-held', 'Of your group clinics planned so far, how many were held?'),
        each('participant', 'competency-movement', 'How have your skills moved since the baseline, from −4 to 4?'),
      ],
      criterion: when(
        'The sponsor check-in and at least 80 % of clinics were held, no blocker is open and competencies moved',
        isYes('sponsor-check-in-held'),
        atMost('open-systemic-blockers', 0),
        atLeast('group-clinics-held', 0.8),
        improves('competency-movement'),
      ),
    },
    M12: { gate: 'M17', week: 17 },
  },
  earlySignals: [{ day: 60, words: 'Mid checkpoint: attendance, artifacts and clinics; directional, not proof' }],
})
