import { localDate, plusDays } from '../../program/calendar.ts'
import type { CredentialRecord } from '../credential.ts'

/** Days before something must be done on which its holder is reminded again. */
const lastReminderDays = 30
/** A mentor's window is hardly longer than that; nobody is reminded twice within so many days. */
const apartDays = 14

export type CredentialTold = 'lapsed' | 'recertification' | 'outcomes brief'

/**
 * What of a valid credential is due (Q3, Q4): it lapses when recertification was not done in time; a reminder when that may be
 * done and again 30 days before it must; a reminder of the outcomes brief 30 days before it is due and when it is overdue. Told
 * once each, whatever programs the holder is in: the credential keeps when.
 * @returns the credential as it is after that, or `undefined` when nothing is due
 */
export const credentialDue = (
  credential: CredentialRecord,
  { now, zone }: { now: string; zone: string },
): { record: CredentialRecord; tell: CredentialTold[] } | undefined => {
  const { status, service, level, recertifyFrom, recertifyBy, briefDueAt } = credential
  if (status !== 'valid') return undefined
  if (now >= recertifyBy) {
    const because = `Recertification was due by ${localDate(recertifyBy, zone)} and did not take place (Q3).`
    return { record: { ...credential, status: 'lapsed', because }, tell: ['lapsed'] }
  }
  const isNew = (times: string[], last: string | undefined) => times.some((time) => time <= now && (last ?? '') < time)
  const before = (time: string) => plusDays(time, zone, -lastReminderDays)
  const tell: CredentialTold[] = []
  const again = before(recertifyBy)
  const times = again < plusDays(recertifyFrom, zone, apartDays) ? [recertifyFrom] : [recertifyFrom, again]
  if (isNew(times, credential.remindedAt)) tell.push('recertification')
  // Q4 asks it of certified coaches; mentors write theirs when they recertify.
  const writesBriefs = service === 'coach' && level !== 'coach in training'
  if (writesBriefs && isNew([before(briefDueAt), briefDueAt], credential.briefRemindedAt)) tell.push('outcomes brief')
  if (tell.length === 0) return undefined
  const record = {
    ...credential,
    ...(tell.includes('recertification') && { remindedAt: now }),
    ...(tell.includes('outcomes brief') && { briefRemindedAt: now }),
  }
  return { record, tell }
}
