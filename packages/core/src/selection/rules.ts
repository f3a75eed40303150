/** The rules of selection (§4) in a line each, as people read them beside the question whether they are met. */
const words: Record<string, string> = {
  'S-C1': 'The ICF credential level is recorded where it is relevant',
  'S-C2': 'Outcomes of similar engagements are documented',
  'S-C5': 'The work seen is that of a coach to take on',
  'S-M1': 'A history of promotions and success',
  'S-M2': 'Network reach: documented introductions of the last 18 months',
  'S-M3': 'Outcomes of earlier mentees, or reference notes',
  'S-M4': 'Bias-awareness training is completed',
  'S-M7': 'The assessment of this week of the course is passed',
  'S-I': 'What was asked for at this step is there and good enough',
}

/** @param rule `S-C1` and the like; a rule without words of its own speaks for itself */
export const ruleInWords = (rule: string): string => words[rule] ?? rule
