import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answer } from '../api/client.ts'
import { useAct } from '../api/queries.ts'
import { useTell } from '../frame/notices.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { TemplateForm } from './template-form.tsx'
import { WithTemplate } from './template-of-page.tsx'
import { useTemplateForm } from './use-template-form.ts'

/** Copies a template under an id of its own, with changes. */
export const Component = () => <WithTemplate title="Copy the template">{(view) => <Copy view={view} />}</WithTemplate>

const Copy = ({ view }: { view: Answer<'getTemplate'> }) => {
  const navigate = useNavigate()
  const tell = useTell()
  const copy = useAct('copyTemplate')
  const form = useTemplateForm(view, copy.error)
  const [id, setId] = useState('')
  const [tried, setTried] = useState(false)
  const back = `/templates/${view.templateId}`
  const badId = /^[a-z0-9][a-z0-9-]{2,39}$/.test(id) ? undefined : 'Enter 3 to 40 small letters, digits and hyphens.'
  const save = async () => {
    setTried(true)
    if (!form.ready() || badId) return
    const made = await copy.mutateAsync({
      path: { templateId: view.templateId },
      body: { templateId: id, edit: form.edit },
    })
    tell(`${made.template.title} was copied.`)
    navigate(`/templates/${made.templateId}`)
  }
  const taken = copy.error?.code === 'AlreadyExists' ? copy.error.message : undefined
  return (
    <Page
      title="Copy the template"
      about="The copy belongs to your organisation and can be changed again. The original stays as it is."
      crumbs={[
        { text: 'Templates', href: '/templates' },
        { text: view.template.title, href: back },
      ]}
    >
      <TemplateForm
        {...form}
        view={view}
        action="Copy the template"
        busy={copy.isPending}
        onSave={() => void save().catch(() => {})}
        back={back}
        before={
          <FormField
            label="Id of the copy"
            description="A short name that stays, such as leadership-pilot-emea."
            errorText={tried ? (badId ?? taken) : undefined}
          >
            <Input value={id} onChange={({ detail }) => setId(detail.value)} spellcheck={false} />
          </FormField>
        }
        refusal={copy.error && <Trouble error={copy.error} what="Copying the template" />}
      />
    </Page>
  )
}
