import type { behaviours } from '../../../intake/intake-form.ts'

export type Behaviour = (typeof behaviours)[number]
/** One rated item: as it reads about oneself, and about somebody else (`they`). */
export type Item = readonly [self: string, others: string]

/** Three things one can see of each behaviour (360). They say what somebody does, never what somebody is like. */
export const behaviourItems: Record<Behaviour, readonly [Item, Item, Item]> = {
  'decision making': [
    ['I decide in time, even when not everything is known.', 'They decide in time, even when not everything is known.'],
    ['I say what a decision rests on.', 'They say what a decision rests on.'],
    ['I look back at decisions and correct them.', 'They look back at decisions and correct them.'],
  ],
  delegation: [
    ['I hand over whole results, not single steps.', 'They hand over whole results, not single steps.'],
    ['I make clear who decides what.', 'They make clear who decides what.'],
    ['I leave work that I handed over with its owner.', 'They leave work that they handed over with its owner.'],
  ],
  feedback: [
    ['I give feedback soon after what it is about.', 'They give feedback soon after what it is about.'],
    ['I name what I saw and what it led to.', 'They name what they saw and what it led to.'],
    ['I ask for feedback on my own work and act on it.', 'They ask for feedback on their own work and act on it.'],
  ],
  'stakeholder management': [
    ['I know what each stakeholder needs from my work.', 'They know what each stakeholder needs from their work.'],
    ['I tell stakeholders early when something changes.', 'They tell stakeholders early when something changes.'],
    ['I win support before a decision is due.', 'They win support before a decision is due.'],
  ],
  conflict: [
    ['I speak about disagreements while they are small.', 'They speak about disagreements while they are small.'],
    ['I keep to the matter when opinions differ.', 'They keep to the matter when opinions differ.'],
    ['I bring a conflict to an agreement that holds.', 'They bring a conflict to an agreement that holds.'],
  ],
  'executive presence': [
    ['I get to the point in front of senior people.', 'They get to the point in front of senior people.'],
    ['I stay calm when I am challenged in public.', 'They stay calm when they are challenged in public.'],
    ['I take a position and stand by it.', 'They take a position and stand by it.'],
  ],
  'change leadership': [
    ['I explain why a change is needed.', 'They explain why a change is needed.'],
    ['I involve the people whom a change concerns.', 'They involve the people whom a change concerns.'],
    ['I follow a change through until it is routine.', 'They follow a change through until it is routine.'],
  ],
  'strategic thinking': [
    ['I connect daily work with where we want to be.', 'They connect daily work with where we want to be.'],
    ['I weigh several ways before I choose one.', 'They weigh several ways before they choose one.'],
    ['I notice early what may change our plans.', 'They notice early what may change our plans.'],
  ],
  'coaching others': [
    ['I ask questions before I give advice.', 'They ask questions before they give advice.'],
    ['I let people find their own way to a result.', 'They let people find their own way to a result.'],
    ['I make time for the development of others.', 'They make time for the development of others.'],
  ],
  prioritisation: [
    ['I work on what matters most first.', 'They work on what matters most first.'],
    ['I say no to what does not serve the goal.', 'They say no to what does not serve the goal.'],
    ['I make priorities clear to those I work with.', 'They make priorities clear to those they work with.'],
  ],
  communication: [
    ['I say things so that others can act on them.', 'They say things so that others can act on them.'],
    ['I listen until I have understood.', 'They listen until they have understood.'],
    ['I tell people in time what they need to know.', 'They tell people in time what they need to know.'],
  ],
  resilience: [
    ['I keep working well under pressure.', 'They keep working well under pressure.'],
    ['I recover quickly after a setback.', 'They recover quickly after a setback.'],
    ['I ask for help before it is too late.', 'They ask for help before it is too late.'],
  ],
}
