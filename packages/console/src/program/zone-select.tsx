import Select from '@cloudscape-design/components/select'
import { useMemo } from 'react'
import { knownZones } from './create-first-day.ts'

type ZoneSelectProps = { zone: string; onChange: (zone: string) => void }

const inWords = (zone: string) => ({ value: zone, label: zone.replaceAll('_', ' ') })

/** An IANA zone out of those that this browser knows; empty while none is chosen. Stands in a field with a label. */
export const ZoneSelect = ({ zone, onChange }: ZoneSelectProps) => {
  const zones = useMemo(() => knownZones().map(inWords), [])
  return (
    <Select
      options={zones}
      selectedOption={zone ? inWords(zone) : null}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      filteringType="auto"
      filteringPlaceholder="Search cities and regions"
      filteringAriaLabel="Search time zones"
      placeholder="Choose a time zone"
      virtualScroll
    />
  )
}
