import { Outlet } from 'react-router'
import { WithProgram } from './use-program.tsx'

/** What the pages of a program stand in. */
export const Component = () => (
  <WithProgram>
    <Outlet />
  </WithProgram>
)
