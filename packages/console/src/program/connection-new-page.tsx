import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Form from '@cloudscape-design/components/form'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Answer } from '../api/client.ts'
import { useAct, useRead } from '../api/queries.ts'
import { ButtonTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { ConnectionFields } from './connections/connection-fields.tsx'
import type { VendorOffer } from './connections/connection-words.tsx'
import { type Entered, given, isBesideFields, nothingOfVendor } from './connections/entered.ts'
import { SetUpAtVendor } from './connections/set-up-at-vendor.tsx'

const crumbs = [{ text: 'HR systems', href: '/connections' }]
const nothing: Entered = {
  name: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  ...nothingOfVendor,
}

/** Connects an HR system: which one, what it asks for, then what to enter there. */
export const Component = () => {
  const vendors = useRead('listConnectionVendors', {})
  const [made, setMade] = useState<Answer<'createConnection'>>()
  const title = 'Connect an HR system'
  if (!vendors.data) {
    return (
      <Page title={title} crumbs={crumbs}>
        {vendors.error ? <Trouble error={vendors.error} what="The HR systems" /> : <Loading what="the HR systems" />}
      </Page>
    )
  }
  const vendor = made && vendors.data.items.find((each) => each.vendor === made.vendor)
  return (
    <Page title={made ? `${made.name} is connected` : title} crumbs={crumbs}>
      {made && vendor ? (
        <SetUpAtVendor vendor={vendor} connection={made} newSecret={made.newSecret} />
      ) : (
        <NewConnectionForm vendors={vendors.data.items} onMade={setMade} />
      )}
      {made && (
        <ButtonTo href={`/connections/${made.connectionId}`} variant="primary">
          Go to the connection
        </ButtonTo>
      )}
    </Page>
  )
}

type NewConnectionFormProps = { vendors: VendorOffer[]; onMade: (made: Answer<'createConnection'>) => void }

const NewConnectionForm = ({ vendors, onMade }: NewConnectionFormProps) => {
  const [search, setSearch] = useSearchParams()
  const vendor = vendors.find((each) => each.vendor === search.get('vendor'))
  const [entered, setEntered] = useState(nothing)
  const create = useAct('createConnection')
  const problem = (field: string) => create.error?.fields.find((each) => each.field === field)?.problem
  const choose = (next: string) => {
    if (next === vendor?.vendor) return
    setSearch({ vendor: next }, { replace: true })
    setEntered({ ...entered, ...nothingOfVendor })
    create.reset()
  }
  const send = async () => {
    if (!vendor) return
    onMade(await create.mutateAsync({ body: { vendor: vendor.vendor, ...given(entered) } }))
  }
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ButtonTo href="/connections" variant="link">
            Cancel
          </ButtonTo>
          <Button
            variant="primary"
            disabled={!vendor}
            loading={create.isPending}
            loadingText="Connecting"
            onClick={() => void send().catch(() => undefined)}
          >
            Connect
          </Button>
        </SpaceBetween>
      }
    >
      <Container header={<Header variant="h2">Which system</Header>}>
        <SpaceBetween size="l">
          <FormField label="HR system">
            <Select
              options={vendors.map(({ vendor: value, words: label }) => ({ value, label }))}
              selectedOption={vendor ? { value: vendor.vendor, label: vendor.words } : null}
              onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
              placeholder="Choose one"
            />
          </FormField>
          {vendor && (
            <ConnectionFields
              vendor={vendor}
              entered={entered}
              change={(part) => setEntered({ ...entered, ...part })}
              problem={problem}
            />
          )}
          {create.error && isBesideFields(vendor, create.error) && <Trouble error={create.error} what="Connecting" />}
        </SpaceBetween>
      </Container>
    </Form>
  )
}
