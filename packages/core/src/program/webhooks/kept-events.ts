import type { EventType } from '../../events.ts'

/**
 * What never leaves the house by a webhook, each with the reason. What is neither here nor in the catalogue does not compile: every
 * event is decided.
 */
export const keptEvents = {
  'notes.read': 'Who of a pair reads their notes is for the audit (P2, P5).',
  'intake.read': 'Who reads the answers of somebody is for the audit (P5).',
  'response.recorded': 'That one person has rated another, and as what, would undo the anonymity of the 360 (P7).',
  'invitation.answered': 'How people answer invitations to their own calendar concerns the pair (P2).',
  'person.changed': 'Data of HR systems are not passed on: who may have them asks the HR system (P3).',
  'employee.waiting': 'What lies ahead of somebody, such as leaving, has not been told to anybody yet (P3).',
  'connection.changed': 'How doors are locked is nobody else’s business.',
  'connection.troubled': 'How deliveries of HR systems fare is for those who look after them.',
  'webhook.changed':
    'How doors are locked is nobody else’s business; and turning a webhook off must not send anything.',
  'task.link-asked': 'Somebody asks for a way in to their own task.',
  'intake.reminded': 'A reminder is for the person whom it reminds.',
  'selection.reminded': 'A reminder is for the person whom it reminds.',
  'matching.review-reminded': 'A reminder is for the person whom it reminds.',
  'engagement.reminded': 'A reminder is for the person whom it reminds.',
  'task.reminded': 'A reminder is for the person whom it reminds.',
  'gate.reminded': 'A reminder is for the person whom it reminds.',
} as const satisfies Partial<Record<EventType, string>>
