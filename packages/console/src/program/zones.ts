import type { SelectProps } from '@cloudscape-design/components/select'
import { knownZones } from './create-first-day.ts'

/** The time zones one can choose from. */
export const zoneOptions = (): SelectProps.Option[] =>
  knownZones().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
