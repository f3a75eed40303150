import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useEffect } from 'react'
import { useFollow } from './follow.ts'

export type Crumb = { text: string; href: string }

type PageProps = {
  title: string
  /** One sentence: what this page is for. */
  about?: ReactNode
  /** The pages above this one, outermost first. */
  crumbs?: Crumb[]
  /** Buttons at the right of the title; at most one of them `primary`. */
  actions?: ReactNode
  /** Shown beside the title: a status, a count. */
  info?: ReactNode
  children: ReactNode
}

/** The body of every page: breadcrumbs, one `h1`, what it is about, its actions, then its content with even gaps. */
export const Page = ({ title, about, crumbs = [], actions, info, children }: PageProps) => {
  const follow = useFollow()
  useEffect(() => {
    document.title = [title, ...crumbs.map(({ text }) => text).reverse(), 'Pilotgate'].join(' – ')
  }, [title, crumbs])
  return (
    <ContentLayout
      defaultPadding
      breadcrumbs={
        crumbs.length > 0 && (
          <BreadcrumbGroup items={[...crumbs, { text: title, href: '#' }]} onFollow={follow} ariaLabel="Breadcrumbs" />
        )
      }
      header={
        <Header variant="h1" description={about} actions={actions} info={info}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">{children}</SpaceBetween>
    </ContentLayout>
  )
}
