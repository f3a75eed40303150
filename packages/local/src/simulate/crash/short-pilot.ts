import type { SampleTemplate } from '../../seed/sample-programs.ts'

/** The pilot cut down to what a crash can hit: five weekly gates, of which some fail and are remediated, and a steering decision. */
export const shortPilot: SampleTemplate = {
  source: 'leadership-pilot-24w',
  copy: {
    templateId: 'short-pilot',
    edit: {
      title: 'Short pilot',
      weeks: 12,
      minimumCohort: 10,
      removeGates: [5, 7, 8, 9, 10, 11, ...Array.from({ length: 12 }, (_, index) => 13 + index)].map(
        (week) => `W${String(week).padStart(2, '0')}`,
      ),
      earlySignals: [{ day: 60, words: 'Directional, not proof' }],
    },
  },
}
