import type { VendorName } from '@pilotgate/core/program/hr/vendors/vendor-names'
import { bamboohr } from './bamboohr.ts'
import { bamboohrFields } from './bamboohr-fields.ts'
import type { FakeVendor } from './fake-vendor.ts'
import { finch } from './finch.ts'
import { hibob } from './hibob.ts'
import { merge } from './merge.ts'
import { personio } from './personio.ts'
import { standard } from './standard.ts'

/** The HR systems that are played. */
export const fakeVendors = {
  bamboohr,
  'bamboohr-fields': bamboohrFields,
  hibob,
  finch,
  merge,
  personio,
  standard,
} satisfies Record<string, FakeVendor>

export type FakeVendorName = keyof typeof fakeVendors

export const fakeVendorNames = Object.keys(fakeVendors) as FakeVendorName[]

/** The name under which the platform knows one of them. */
export const platformNameOf = (name: FakeVendorName): VendorName =>
  fakeVendors[name].platformName ?? (name as VendorName)
