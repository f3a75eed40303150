import { Outlet } from 'react-router'
import { DemandSignIn } from '../sign-in/who.tsx'
import { Frame } from './frame.tsx'

/** The console around the pages of people who are signed in. Loaded apart: pages that a mail opens do without it. */
export const Component = () => (
  <DemandSignIn>
    <Frame>
      <Outlet />
    </Frame>
  </DemandSignIn>
)
