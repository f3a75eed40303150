/** The columns of a file of answers, with what a cell holds. */
export const answerColumns: { names: string; holds: string }[] = [
  { names: 'email', holds: 'Required; of a participant of this program' },
  { names: 'triggers, target_behaviours, impact_flags', holds: 'Words of the form, with “;” between them' },
  {
    names: 'goal_1_behaviour, goal_1_situation, goal_1_measure, goal_1_date, goal_1_baseline; also goal_2_…, goal_3_…',
    holds: 'Words; the date as 2027-06-30. The goals of a row take the place of all saved ones',
  },
  { names: 'project_name, project_kpi, project_complexity', holds: 'Words; complexity 1 to 5' },
  { names: 'role, seniority, tenure_years', holds: 'Words; 1 (first-line lead) to 5 (executive); years' },
  { names: 'skills_held, skills_wanted, languages', holds: 'Words, with “;” between them' },
  { names: 'zone, availability', holds: 'Europe/Berlin; Mon 09:00-12:00; Thu 14:00-16:00' },
  { names: 'career_goal, promotion', holds: 'Words; yes or no' },
  { names: 'confidentiality, context', holds: 'yes or no' },
  { names: 'failure_modes, trainer_email', holds: 'Agents only' },
]

/** A file to begin with: CSV with CRLF. */
export const exampleFile = [
  'email,triggers,target_behaviours,role,seniority,tenure_years,skills_wanted,languages,zone,availability',
  'mira@example.com,performance gap,delegation;feedback,Team lead,2,4,budgeting,English;German,Europe/Berlin,Mon 09:00-12:00; Thu 14:00-16:00',
  '',
].join('\r\n')
