import type { Vendor } from './vendor.ts'

/** What people hand in themselves, as CSV or JSON. */
export const file: Vendor = {
  words: 'Import of files',
  settings: [],
  credentials: [],
  secret: 'none',
  steps: [
    'Send employees as JSON or CSV to the addresses of this connection, as often as you like: what is left out stays as it is.',
  ],
}
