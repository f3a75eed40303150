import { DomainError } from '../../../errors.ts'

/** `Unavailable` for a time that is known: an HR system asked to be left alone for so many seconds (1 s to 12 h). */
export class TryLater extends DomainError {
  readonly waitSeconds: number

  constructor(message: string, waitSeconds: number) {
    super('Unavailable', message)
    this.waitSeconds = Math.min(Math.max(Math.ceil(waitSeconds), 1), 43_200)
  }
}
