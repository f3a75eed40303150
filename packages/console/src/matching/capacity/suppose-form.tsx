import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Form from '@cloudscape-design/components/form'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type FormEvent, useState } from 'react'
import type { Answer } from '../../api/client.ts'
import { points, type Service } from '../words.ts'
import type { Supposed } from './what-if.tsx'

type Stands = Answer<'compareFormats'>['supposed']
type NumberField =
  | 'providers'
  | 'hoursPerMonth'
  | 'demand'
  | 'groupSize'
  | 'slotMinutes'
  | 'oneToOneShare'
  | 'groupShare'
  | 'officeHoursShare'

const numbers: { field: NumberField; label: string; unit: string; share?: boolean }[] = [
  { field: 'providers', label: 'Coaches or mentors', unit: 'people, 0 to 10,000' },
  { field: 'hoursPerMonth', label: 'Hours of each in a month', unit: 'hours, 0 to 744' },
  { field: 'demand', label: 'Participants to serve', unit: 'people, 0 to 100,000' },
  { field: 'groupSize', label: 'Size of a small group', unit: 'people, 2 to 20' },
  { field: 'slotMinutes', label: 'Slot in office hours', unit: 'minutes, 15 to 20' },
  { field: 'oneToOneShare', label: 'Hours for 1:1', unit: '% of the hours', share: true },
  { field: 'groupShare', label: 'Hours for small groups', unit: '% of the hours', share: true },
  { field: 'officeHoursShare', label: 'Hours for office hours', unit: '% of the hours', share: true },
]

const cadences = (['weekly', 'every two weeks', 'monthly'] satisfies Stands['cadence'][]).map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}))

type SupposeFormProps = {
  /** The numbers that the comparison goes by now, shown where nothing is entered. */
  stands: Stands | undefined
  fields: { field: string; problem: string }[]
  busy: boolean
  onCompare: (supposed: Supposed) => void
}

/** The numbers to compare formats with; each may stay empty. */
export const SupposeForm = ({ stands, fields, busy, onCompare }: SupposeFormProps) => {
  const [service, setService] = useState<Service>('coach')
  const [cadence, setCadence] = useState<Supposed['cadence']>()
  const [entered, setEntered] = useState<Partial<Record<NumberField, string>>>({})
  const problemOf = (field: string) => fields.find((each) => each.field === field)?.problem
  const compare = (event: FormEvent) => {
    event.preventDefault()
    const given = numbers.flatMap(({ field, share }) => {
      const text = entered[field]?.trim()
      return text ? [[field, share ? Number(text) / 100 : Number(text)]] : []
    })
    onCompare({ service, ...(cadence && { cadence }), ...Object.fromEntries(given) })
  }
  return (
    <form onSubmit={compare}>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              formAction="none"
              variant="link"
              onClick={() => {
                setEntered({})
                setCadence(undefined)
                onCompare({ service })
              }}
            >
              As it stands
            </Button>
            <Button variant="primary" loading={busy} loadingText="Comparing">
              Compare
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="m">
          <SegmentedControl
            label="Whom"
            selectedId={service}
            onChange={({ detail }) => {
              setService(detail.selectedId as Service)
              onCompare({ service: detail.selectedId as Service })
            }}
            options={[
              { id: 'coach', text: 'Coaches' },
              { id: 'mentor', text: 'Mentors' },
            ]}
          />
          <ColumnLayout columns={3}>
            <FormField label="How often they meet" errorText={problemOf('cadence')}>
              <Select
                placeholder={stands?.cadence ?? 'As usual'}
                options={cadences}
                selectedOption={cadences.find(({ value }) => value === cadence) ?? null}
                onChange={({ detail }) => setCadence(detail.selectedOption.value as Supposed['cadence'])}
              />
            </FormField>
            {numbers.map(({ field, label, unit }) => (
              <FormField key={field} label={label} constraintText={unit} errorText={problemOf(field)}>
                <Input
                  type="number"
                  inputMode="decimal"
                  step="any"
                  value={entered[field] ?? ''}
                  placeholder={standing(stands, field)}
                  onChange={({ detail }) => setEntered((before) => ({ ...before, [field]: detail.value }))}
                />
              </FormField>
            ))}
          </ColumnLayout>
        </SpaceBetween>
      </Form>
    </form>
  )
}

const shareNames = {
  oneToOneShare: 'one to one',
  groupShare: 'small group',
  officeHoursShare: 'office hours',
} as const

/** What the comparison goes by for a field that is left empty. */
const standing = (stands: Stands | undefined, field: NumberField): string => {
  if (!stands) return ''
  const share = field in shareNames ? shareNames[field as keyof typeof shareNames] : undefined
  const value = share ? stands.shares[share] * 100 : stands[field as 'providers']
  return value === undefined ? '' : points(value)
}
