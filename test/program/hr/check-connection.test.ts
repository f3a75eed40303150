import { checkConnection } from '@pilotgate/core/program/hr/connections/check-connection'
import { vendors } from '@pilotgate/core/program/hr/vendors/index'
import { expect, test } from 'vitest'
import { company } from './company.ts'

const check = (credentials: Record<string, string>) =>
  checkConnection(company().store, 'nordlicht', vendors.hibob, { credentials }, false)

test.each(['line\nbreak', 'eyJhbGciOi…', 'tab\there', 'naïve'])(
  'a credential that no header can hold is refused: %j',
  async (token) => {
    await expect(check({ serviceUserId: 'SERVICE-1', token })).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [{ field: 'credentials.token', problem: expect.stringContaining('Copy it again') }],
    })
  },
)

test('any other is taken', async () => {
  await expect(check({ serviceUserId: 'SERVICE-1', token: 'a+/=~ !"{}' })).resolves.toBeUndefined()
})
