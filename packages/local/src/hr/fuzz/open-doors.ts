import type { ApiClient } from '../../seed/client.ts'
import { connectVendor } from '../connect-vendor.ts'
import { fakeVendorNames } from '../vendors/index.ts'
import type { FuzzedDoor } from './expected.ts'

const secondSecret = 'NWJmZTRiNzQ2YTgxZmQ3YjIxMDk5ZTcx'

/** A door of each vendor with two valid secrets where it has any, one whose connection is off, and one that was removed. */
export const openDoorsOfAll = async (owner: ApiClient): Promise<FuzzedDoor[]> => {
  const doors: FuzzedDoor[] = []
  for (const vendor of [...fakeVendorNames, 'hibob', 'merge'] as const) {
    const { connectionId, doorUrl, secret } = await connectVendor(owner, vendor)
    const secrets = secret === '' ? [] : [secret]
    if (secret !== '') {
      const body = vendor === 'standard' ? {} : { secret: secondSecret }
      const { newSecret } = await owner('addConnectionSecret', { path: { connectionId }, body })
      secrets.push(newSecret ?? secondSecret)
    }
    doors.push({ vendor, connectionId, path: new URL(doorUrl).pathname, secrets, isOn: true })
  }
  const [off, gone] = doors.slice(-2)
  const path = { connectionId: off!.connectionId }
  const { version } = await owner('getConnection', { path })
  await owner('editConnection', { path, body: { status: 'off' }, headers: { 'if-match': `"${version}"` } })
  await owner('removeConnection', { path: { connectionId: gone!.connectionId } })
  return doors.map((door) => (door === off || door === gone ? { ...door, isOn: false } : door))
}
