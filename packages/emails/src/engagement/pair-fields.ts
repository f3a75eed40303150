import { service } from '@pilotgate/core/intake/intake-record'
import { envelope, href, line } from '../fields.ts'
import { sampleEnvelope, samplePage } from '../sample.ts'

/** What every mail to one of a pair says: in which service, who the other one is, and where the engagement is. */
export const pairEnvelope = envelope.extend({ service, partnerName: line, href })

/** An engagement as both of a pair know it, whichever of the two reads: `coaching with Otto Olsen`. */
export const pairWords = ({ service, partnerName }: { service: 'coach' | 'mentor'; partnerName: string }): string =>
  `${service === 'coach' ? 'coaching' : 'mentoring'} with ${partnerName}`

export const samplePair = {
  ...sampleEnvelope,
  recipientName: 'Mira Okafor',
  recipientRoles: ['participant' as const],
  service: 'coach' as const,
  partnerName: 'Otto Olsen',
  href: `${samplePage}/engagements/01KFZ0Q3W5T7R9YB2M4N6P8S0E.R001.coach`,
}
