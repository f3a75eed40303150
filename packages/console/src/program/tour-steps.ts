/** The tour: what the words of Pilotgate mean, for somebody who sees it for the first time. */
export const tourSteps: { title: string; says: string[] }[] = [
  {
    title: 'A program',
    says: [
      'A program brings leaders together with coaches and mentors for a number of weeks: a pilot, or a whole year of it.',
      'It runs on a template, which lays out each week: what is done, who is responsible, and what must be true before the next week opens. Pilotgate invites people, asks them for what is due, and reminds them.',
    ],
  },
  {
    title: 'A gate',
    says: [
      'Each week ends at a gate: a question with a clear pass or fail, such as "Were at least 80 % of the sessions held?".',
      'On a pass the next week opens by itself. On a fail, or when data is missing, the program owner decides: put it right and check again, waive it with a reason, change course, or stop.',
    ],
  },
  {
    title: 'Evidence',
    says: [
      'A gate looks at evidence, not at opinions: what Pilotgate counts itself, and what named people state when they are asked.',
      'Every number says where it comes from and who gave it. Without data it says "no data", never 0 % or 100 %. What a pair talks about in its sessions stays between the two.',
    ],
  },
  {
    title: 'Matching',
    says: [
      'Participants tell their goals in the intake and choose what their answers may be used for.',
      'Pilotgate then proposes a coach or mentor for each of them and says why. A person reviews every match; nothing is final before it is approved and both have signed their working agreement.',
    ],
  },
  {
    title: 'Steering',
    says: [
      'At a few gates the steering committee votes: go on, change course, or end. It gets a steering pack with the numbers behind the decision.',
      'The last gate decides whether the program is scaled, changed or ended. Every decision is kept with its reason and with who made it.',
    ],
  },
]
