import type { SelectionDocument } from '../documents.ts'

/** S-I: signed by the manager, who names the share, and by the coach. */
export const timeAllocation: SelectionDocument = {
  document: 'time-allocation',
  title: 'Time allocation of an internal coach',
  version: 1,
  signedBy: ['manager', 'candidate'],
  paragraphs: [
    'Between 10 and 20 per cent of working time is protected for coaching, preparation, supervision and training. The manager names the share and takes other work off by as much.',
    'The time is not cut back at short notice. When the work of the unit leaves no other way, manager and coach talk to the coach lead first, and sessions that are agreed take place.',
    'The coach does not evaluate anybody they coach: no performance review, no rating, no say on pay or promotion, neither now nor in the year after the engagement.',
    'The manager does not ask what is said in sessions, and coaching somebody is no advantage or disadvantage in the coach’s own review.',
    'The agreement holds for twelve months and is then renewed or ended. Either side can end it with notice of one month; running engagements are brought to an end or handed over.',
  ],
}
