import { bamboohr } from './bamboohr.ts'
import type { FakeVendor } from './fake-vendor.ts'
import { finch } from './finch.ts'
import { hibob } from './hibob.ts'
import { merge } from './merge.ts'
import { personio } from './personio.ts'
import { standard } from './standard.ts'

/** The HR systems that are played, by the name under which the platform knows them. */
export const fakeVendors = { bamboohr, hibob, finch, merge, personio, standard } satisfies Record<string, FakeVendor>

export type FakeVendorName = keyof typeof fakeVendors

export const fakeVendorNames = Object.keys(fakeVendors) as FakeVendorName[]
