import { useLocation } from 'react-router'
import { ButtonTo } from '../frame/link-to.tsx'

/** Signs in as somebody else and comes back to this page. */
export const SwitchButton = () => {
  const { pathname, search } = useLocation()
  return (
    <ButtonTo href={`/switch?${new URLSearchParams({ to: pathname + search })}`}>Sign in as somebody else</ButtonTo>
  )
}
