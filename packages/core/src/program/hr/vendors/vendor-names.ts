/** The systems that people's data come from, in the order they are offered. `file` takes what people hand in: CSV and JSON. */
export const vendorNames = ['bamboohr', 'hibob', 'finch', 'merge', 'personio', 'standard', 'scim', 'file'] as const
export type VendorName = (typeof vendorNames)[number]
