import AppLayout from '@cloudscape-design/components/app-layout'
import { I18nProvider } from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en'
import SideNavigation from '@cloudscape-design/components/side-navigation'
import TopNavigation from '@cloudscape-design/components/top-navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation, useMatch } from 'react-router'
import { useRead } from '../api/queries.ts'
import { signIn, signOut } from '../sign-in/sign-in.ts'
import { useWho } from '../sign-in/who.tsx'
import { useFollow } from './follow.ts'
import { chooseLook, chosenLook, type Look } from './look.ts'
import { navigationOf } from './navigation.ts'
import { NoticeBar } from './notices.tsx'

/** What surrounds the pages of people who are signed in: who they are, where they are, where they can go. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation()
  // The toolbar of AppLayout on phones carries an attribute that ARIA does not allow on navigation (version 3.0.1383).
  useEffect(() => document.querySelector('nav[aria-orientation]')?.removeAttribute('aria-orientation'), [pathname])
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <div id="top">
        <Top />
      </div>
      <AppLayout
        headerSelector="#top"
        footerSelector="#bottom"
        toolsHide
        disableContentPaddings
        navigation={<Navigation />}
        notifications={<NoticeBar />}
        content={children}
        ariaLabels={{
          navigation: 'Sections',
          navigationClose: 'Close the sections',
          navigationToggle: 'Open the sections',
          notifications: 'Notices',
        }}
      />
    </I18nProvider>
  )
}

const looks: { id: Look; text: string }[] = [
  { id: 'system', text: 'As this device' },
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
]

const Top = () => {
  const { name, email } = useWho()
  const follow = useFollow()
  const [look, setLook] = useState(chosenLook)
  const { pathname, search } = useLocation()
  const chosen = ({ detail }: { detail: { id: string } }) => {
    if (detail.id === 'leave') return void signOut()
    if (detail.id === 'switch') return void signIn(pathname + search, { again: true })
    chooseLook(detail.id as Look)
    setLook(detail.id as Look)
  }
  return (
    <TopNavigation
      identity={{
        title: 'Pilotgate',
        href: '/programs',
        onFollow: (event) =>
          follow({ ...event, detail: { href: '/programs' }, preventDefault: () => event.preventDefault() }),
      }}
      utilities={[
        {
          type: 'menu-dropdown',
          iconName: 'user-profile',
          text: name || email,
          description: email,
          onItemClick: chosen,
          items: [
            { id: 'look', text: 'Colours', items: looks.map((each) => ({ ...each, disabled: each.id === look })) },
            { id: 'switch', text: 'Sign in as somebody else' },
            { id: 'leave', text: 'Sign out' },
          ],
        },
      ]}
    />
  )
}

const Navigation = () => {
  const follow = useFollow()
  const { pathname } = useLocation()
  const programId = useMatch('/programs/:programId/*')?.params.programId
  const inside = programId && programId !== 'new' ? programId : undefined
  const options = { enabled: inside !== undefined }
  const program = useRead('getProgram', { path: { programId: inside ?? '' } }, options)
  const part = useRead('readMyPart', { path: { programId: inside ?? '' } }, options)
  const me = useRead('whoAmI', {})
  const may = { organisation: me.data?.may ?? [], program: part.data?.may ?? [] }
  const items = navigationOf({ programId: inside, name: program.data?.name }, may)
  // The deepest link above the page is where one is.
  const links = items
    .flatMap((item) => ('items' in item ? item.items : [item]))
    .flatMap((item) => ('href' in item ? [item.href] : []))
  const active = links
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0]
  return <SideNavigation items={items} activeHref={active} onFollow={follow} />
}
