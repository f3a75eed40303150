import { bamboohr } from './bamboohr.ts'
import { file } from './file.ts'
import { finch } from './finch.ts'
import { hibob } from './hibob.ts'
import { merge } from './merge.ts'
import { personio } from './personio.ts'
import { scim } from './scim.ts'
import { standard } from './standard.ts'
import type { Vendor } from './vendor.ts'
import type { VendorName } from './vendor-names.ts'

export const vendors: Record<VendorName, Vendor> = { bamboohr, hibob, finch, merge, personio, standard, scim, file }
