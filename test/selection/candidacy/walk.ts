import { linkKey } from '@pilotgate/core/program/link-key'
import { answerReference } from '@pilotgate/core/selection/answer-reference'
import { appointCandidate } from '@pilotgate/core/selection/appoint-candidate'
import { courseQuiz } from '@pilotgate/core/selection/course-quiz'
import { type RubricName, shippedRubrics } from '@pilotgate/core/selection/rubrics/rubrics'
import * as form from './forms.ts'
import { start, type World } from './world.ts'

export const rightAnswers = Object.fromEntries(courseQuiz.map(({ question, right }) => [question, right]))

/** The lead names a panel for a step, and all of its members give the same mark. */
export const judge = async (
  here: World,
  id: string,
  step: string,
  rubric: RubricName,
  members: string[],
  mark = 5,
  now = start,
) => {
  const lead = id.startsWith('mia') ? 'mona' : 'carla'
  await here.answer(lead, 'panel', form.panel(...members), now)
  for (const member of members) await here.answer(member, 'scores', form.scores(shippedRubrics[rubric], mark), now)
  return here.round(id, step)
}

export const keyOf = async (here: World, referenceId: string) => {
  const reference = (await here.store.get('reference', here.scope, referenceId))!
  return linkKey(reference, reference.secret)
}

/** Cora passes everything of an external coach up to the calibration. */
export const coachUntilCalibration = async (here: World) => {
  const { id } = await here.open('cora', 'external-coach')
  await here.ask(id, 'application')
  await here.answer('cora', 'application', form.coachApplication())
  await here.answer('carla', 'check', form.check(['S-C1', 'S-C2']))
  await here.ask(id, 'live-demo')
  await judge(here, id, 'live-demo', 'live-demo', ['sven', 'henry', 'petra'], 4)
  for (const step of ['references', 'demo-review', 'co-coaching', 'documents']) await here.ask(id, step)
  await here.answer('cora', 'referees', form.referees('rosa@fjord.test', 'ivar@fjord.test'))
  for (const n of [1, 2])
    await answerReference(here.at(), await keyOf(here, `${id}.references.1.${n}`), form.reference())
  await here.answer('sven', 'demo-review', form.observation(['S-C5']))
  await here.answer('petra', 'co-coaching', form.observation(['S-C5']))
  await here.answer('cora', 'confidentiality-candidate', form.signature('Cora Muster'))
  await here.answer('cora', 'conflict-of-interest-candidate', form.signature('cora  muster'))
  await here.ask(id, 'calibration')
  return id
}

/** Mia passes everything of a mentor; the commitment is made at `committed`. */
export const mentorUntilAppointed = async (here: World, committed = start, dueOn = '2027-03-12') => {
  const { id } = await here.open('mia', 'internal-mentor')
  await here.ask(id, 'application')
  await here.answer('mia', 'application', form.mentorApplication())
  for (const step of ['evidence', 'endorsement', 'clause']) await here.ask(id, step)
  await here.answer('mona', 'check', form.check(['S-M1', 'S-M2', 'S-M3', 'S-M4']))
  await here.answer('manny', 'endorsement', { kind: 'endorsement', endorsed: true, note: 'She opens doors.' })
  await here.answer('mia', 'sponsorship-clause-candidate', form.signature('Mia Muster'))
  await here.ask(id, 'course-week-1')
  await here.answer('mia', 'quiz', { kind: 'quiz', answers: rightAnswers })
  await here.answer('mia', 'mentor-agreement-candidate', form.signature('Mia Muster'))
  await here.ask(id, 'course-week-2')
  await here.answer('mia', 'recording', form.recording('max', 'maja'))
  for (const peer of ['max', 'maja']) await here.answer(peer, 'peer-review', form.peerReview())
  await here.ask(id, 'course-week-3')
  await judge(here, id, 'course-week-3', 'bias-simulation', ['sven', 'henry'], 4)
  await here.answer('mia', 'escalation-flow', form.escalationFlow)
  await here.answer('mona', 'check', form.check(['S-M7']))
  await here.ask(id, 'course-week-4', committed)
  await here.answer('mia', 'commitment', form.commitment(dueOn), committed)
  await here.ask(id, 'calibration', committed)
  await judge(here, id, 'calibration', 'mentor-calibration', ['sven', 'henry', 'petra'], 4, committed)
  return { id, appointed: await appointCandidate(here.at(committed), here.ref(id)) }
}
