import { useNavigate } from 'react-router'
import type { Answer } from '../api/client.ts'
import { useAct } from '../api/queries.ts'
import { useTell } from '../frame/notices.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { TemplateForm } from './template-form.tsx'
import { WithTemplate } from './template-of-page.tsx'
import { useTemplateForm } from './use-template-form.ts'

/** Changes a copied template; what is saved is its next version. */
export const Component = () => (
  <WithTemplate title="Change the template">{(view) => <Change view={view} />}</WithTemplate>
)

const Change = ({ view }: { view: Answer<'getTemplate'> }) => {
  const navigate = useNavigate()
  const tell = useTell()
  const change = useAct('editTemplate')
  const { templateId, templateVersion, template } = view
  const form = useTemplateForm(view, change.error)
  const back = `/templates/${templateId}`
  const save = async () => {
    if (!form.ready()) return
    const saved = await change.mutateAsync({ path: { templateId }, body: form.edit, version: templateVersion })
    tell(`${saved.template.title} was saved as version ${saved.templateVersion}.`)
    navigate(back)
  }
  return (
    <Page
      title="Change the template"
      about={`Saved as version ${templateVersion + 1}. Programs that exist keep the version they were created with.`}
      crumbs={[
        { text: 'Templates', href: '/templates' },
        { text: template.title, href: back },
      ]}
    >
      <TemplateForm
        {...form}
        view={view}
        action="Save"
        busy={change.isPending}
        onSave={() => void save().catch(() => {})}
        back={back}
        refusal={change.error && <Trouble error={change.error} what="Saving the template" />}
      />
    </Page>
  )
}
