/** The fields of GROW (E3), in the order of a conversation, with what each asks. */
export const growFields = [
  { field: 'goal', asks: 'What do you want to reach, and how will you see that you did?' },
  { field: 'reality', asks: 'Where do you stand now, and what have you tried?' },
  { field: 'options', asks: 'What could you do, and what else?' },
  { field: 'will', asks: 'What will you do, by when, and who will notice?' },
] as const

/** The parts of a session of 60 minutes (E3), each with the minute at which it begins. */
const parts = [
  { from: 0, part: 'status', does: 'What became of the action items of last time' },
  { from: 8, part: 'evidence', does: 'What shows it: examples, figures, feedback' },
  { from: 20, part: 'problem', does: 'The one question of today, along GROW' },
  { from: 40, part: 'micro-learning', does: 'One model or exercise that helps with it' },
  { from: 50, part: 'commitments', does: 'One to three action items: owner, due date, verification' },
  { from: 58, part: 'escalation', does: 'What the two cannot solve, and to whom it goes' },
] as const

export type BlueprintPart = { from: number; to: number; part: (typeof parts)[number]['part']; does: string }

/** The blueprint of a session (E3) of that many minutes: each part keeps its share, in whole minutes. */
export const blueprintOf = (minutes: number): BlueprintPart[] => {
  const at = (minute: number): number => Math.round((minute * minutes) / 60)
  return parts.map(({ from, part, does }, index) => ({
    from: at(from),
    to: at(parts[index + 1]?.from ?? 60),
    part,
    does,
  }))
}
