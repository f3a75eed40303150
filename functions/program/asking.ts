import type { Container } from '@pilotgate/aws/container'
import type { Asking } from '@pilotgate/core/program/hr/inbox/ask-employee'
import { vendors } from '@pilotgate/core/program/hr/vendors/index'

/** What HR systems are asked with. */
export const askingOf = ({ secrets, web, config }: Container): Asking => ({
  vault: secrets,
  web,
  endpoints: config.HR_ENDPOINTS,
  vendors,
})
