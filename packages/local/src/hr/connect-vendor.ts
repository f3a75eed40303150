import type { ApiClient } from '../seed/client.ts'
import type { FakeVendor } from './vendors/fake-vendor.ts'
import { type FakeVendorName, fakeVendors, platformNameOf } from './vendors/index.ts'

export type Connected = { vendor: FakeVendorName; connectionId: string; doorUrl: string; secret: string }

/** Connects a vendor that is played here, as somebody at the console would. */
export const connectVendor = async (owner: ApiClient, vendor: FakeVendorName): Promise<Connected> => {
  const { words, settings, credentials, secret }: FakeVendor = fakeVendors[vendor]
  const body = {
    vendor: platformNameOf(vendor),
    name: words,
    zone: 'Europe/Berlin',
    settings,
    credentials,
    offers: [],
    ...(secret && { secret }),
  }
  const { connectionId, doorUrl, newSecret } = await owner('createConnection', { body })
  if (!doorUrl) throw new Error(`The connection of ${words} has no door.`)
  return { vendor, connectionId, doorUrl, secret: newSecret ?? secret ?? '' }
}
