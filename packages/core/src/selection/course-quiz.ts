/** A scenario of the quiz in week 1 of the mentor course: one option is right, and why. */
export type Scenario = {
  question: string
  words: string
  options: { option: string; words: string }[]
  right: string
  because: string
}

/** The share of right answers from which the quiz is passed. */
export const quizPassShare = 0.8

const options = (a: string, b: string, c: string): Scenario['options'] => [
  { option: 'a', words: a },
  { option: 'b', words: b },
  { option: 'c', words: c },
]

/** Week 1: foundations and role boundaries (S-M7). */
export const courseQuiz: Scenario[] = [
  {
    question: 'performance',
    words:
      'Your mentee’s manager writes to you: "Before the review, can you tell me how she is coping with the project?"',
    options: options(
      'You answer in general terms, so that nobody is hurt.',
      'You say that you do not speak about what she tells you, and suggest asking her.',
      'You answer, but ask the manager to keep it confidential.',
    ),
    right: 'b',
    because: 'What a mentee says stays with the mentor, and a mentor has no part in evaluations.',
  },
  {
    question: 'behaviour-goal',
    words:
      'Your mentee wants to learn, within six weeks, to say no in steering meetings. He asks you to practise it weekly.',
    options: options(
      'You take it on: weekly sessions are what mentors are for.',
      'You decline, since it is not about his career.',
      'You tell him and the program that this is work for a coach, and stay his mentor for the longer path.',
    ),
    right: 'c',
    because: 'Behaviour in a short time is what coaches are for; mentors open doors over a longer time.',
  },
  {
    question: 'sponsor-ask',
    words: 'Your mentee asks for an introduction to a vice president. You do not yet know her work well.',
    options: options(
      'You introduce her with what you do know, and say what she is looking for.',
      'You put it off until the end of the mentorship.',
      'You introduce her and praise work that you have not seen.',
    ),
    right: 'a',
    because: 'Sponsoring means opening a door honestly; a recommendation rests on what you have seen.',
  },
  {
    question: 'harassment',
    words: 'In confidence your mentee tells of unwanted advances by a superior and asks you to keep it to yourself.',
    options: options(
      'You keep it, as you promised confidentiality.',
      'You talk to the superior yourself, as you know each other well.',
      'You say that you cannot keep this to yourself, explain whom you will tell, and go to HR the same day.',
    ),
    right: 'c',
    because: 'Danger to somebody is one of the limits of confidentiality; the mentee hears of the step beforehand.',
  },
  {
    question: 'own-report',
    words: 'After a reorganisation you become the manager of your mentee.',
    options: options(
      'You go on: you know each other, and that helps.',
      'You tell the mentor lead, and the mentee gets another mentor.',
      'You go on, but leave her rating to your own manager.',
    ),
    right: 'b',
    because: 'Nobody mentors a person whom they manage (S-M6).',
  },
  {
    question: 'no-progress',
    words: 'After three months there is nothing that your mentee has done between meetings.',
    options: options(
      'You look at the written goals together, agree a next step with a date, and say what happens if it stays undone.',
      'You wait; adults know best.',
      'You tell his manager, so that there is some pressure.',
    ),
    right: 'a',
    because: 'The working agreement has goals and a review every three months for this.',
  },
  {
    question: 'commitment',
    words: 'You committed an introduction for next month, and the person you had in mind has left the company.',
    options: options(
      'You let it go; it was not your doing.',
      'You log the introduction all the same, since you meant it.',
      'You find another action that somebody can verify, and log its outcome within the 60 days.',
    ),
    right: 'c',
    because: 'What counts is an action that happened and that somebody can verify (S-M9).',
  },
]

/** The quiz as the candidate sees it: without the answers. */
export const quizView = courseQuiz.map(({ question, words, options: choices }) => ({
  question,
  words,
  options: choices,
}))

/** How many of all scenarios were answered rightly. */
export const quizResult = (answers: Record<string, string>): { right: number; all: number; passed: boolean } => {
  const right = courseQuiz.filter((scenario) => answers[scenario.question] === scenario.right).length
  return { right, all: courseQuiz.length, passed: right / courseQuiz.length >= quizPassShare }
}
