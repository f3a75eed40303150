/** The questions of the intake in the order they are asked and read, by what they are about. */
export const sections: { title: string; about?: string; fields: string[] }[] = [
  { title: 'Why in the program', fields: ['triggers', 'targetBehaviours'] },
  { title: 'Goals', fields: ['goals'] },
  { title: 'Project', about: 'The project that you want to do better in.', fields: ['project'] },
  { title: 'Role and career', fields: ['role', 'seniority', 'tenureYears', 'careerGoal'] },
  { title: 'Skills and languages', fields: ['skillsHeld', 'skillsWanted', 'languages'] },
  { title: 'Hours to meet', fields: ['zone', 'availability'] },
  { title: 'Needs', fields: ['needs', 'impactFlags'] },
  { title: 'The agent', fields: ['failureModes', 'trainerId'] },
]
