import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ZoneSelect } from '../zone-select.tsx'
import type { VendorOffer } from './connection-words.tsx'
import { asksForSecret, type Entered } from './entered.ts'

type ConnectionFieldsProps = {
  vendor: VendorOffer
  entered: Entered
  change: (part: Partial<Entered>) => void
  /** What is wrong with a field, by its name as the API says it: `settings.company`. */
  problem: (field: string) => string | undefined
  /** Credentials that are set already: left empty, they stay. */
  kept?: string[]
}

/** What the set-up of a vendor asks for. */
export const ConnectionFields = ({ vendor, entered, change, problem, kept }: ConnectionFieldsProps) => {
  const { name, zone, settings, credentials, secret } = entered
  return (
    <SpaceBetween size="l">
      <FormField label="Name" description="As your colleagues know it." errorText={problem('name')}>
        <Input value={name} onChange={({ detail }) => change({ name: detail.value })} placeholder={vendor.words} />
      </FormField>
      <FormField
        label="Time zone"
        description="In which its dates begin: an end of employment takes effect when the last day is over there."
        errorText={problem('zone')}
      >
        <ZoneSelect zone={zone} onChange={(next) => change({ zone: next })} />
      </FormField>
      {vendor.settings.map((field) => (
        <FormField key={field.name} label={label(field)} errorText={problem(`settings.${field.name}`)}>
          <Input
            value={settings[field.name] ?? ''}
            onChange={({ detail }) => change({ settings: { ...settings, [field.name]: detail.value } })}
          />
        </FormField>
      ))}
      {vendor.credentials.map((field) => (
        <FormField
          key={field.name}
          label={label(field)}
          description={
            kept?.includes(field.name) ? 'Is set. Leave it empty to keep it.' : 'Kept encrypted, and never shown again.'
          }
          errorText={problem(`credentials.${field.name}`)}
        >
          <Input
            type="password"
            autoComplete="off"
            value={credentials[field.name] ?? ''}
            onChange={({ detail }) => change({ credentials: { ...credentials, [field.name]: detail.value } })}
          />
        </FormField>
      ))}
      {asksForSecret(vendor, kept) && (
        <FormField
          label="Secret"
          description={`What ${vendor.words} signs its deliveries with. Kept encrypted, and never shown again.`}
          errorText={problem('secret')}
        >
          <Input
            type="password"
            autoComplete="off"
            value={secret}
            onChange={({ detail }) => change({ secret: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  )
}

const label = ({ words, required }: { words: string; required: boolean }) => (required ? words : `${words} (optional)`)
