import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { Answer } from '../api/client.ts'
import { useRead } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { Page } from '../frame/page.tsx'
import { Trouble } from '../frame/trouble.tsx'

type WithTemplateProps = {
  /** The title of the page as long as the template is not there. */
  title: string
  /** An earlier version; the newest without it. */
  version?: string
  children: (view: Answer<'getTemplate'>) => ReactNode
}

/** Reads the template that the address names. */
export const WithTemplate = ({ title, version, children }: WithTemplateProps) => {
  const { templateId = '' } = useParams()
  const view = useRead('getTemplate', { path: { templateId }, query: version ? { version } : {} })
  if (view.data) return children(view.data)
  if (!view.error) return <Loading what="the template" />
  return (
    <Page title={title} crumbs={[{ text: 'Templates', href: '/templates' }]}>
      <Trouble error={view.error} what="The template" again={() => void view.refetch()} />
    </Page>
  )
}
