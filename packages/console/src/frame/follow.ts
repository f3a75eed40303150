import { useNavigate } from 'react-router'

type Followed = { detail: { href?: string; external?: boolean }; preventDefault: () => void }

/** Follows a link of a Cloudscape component within the console, without loading the page anew. */
export const useFollow = (): ((event: Followed) => void) => {
  const navigate = useNavigate()
  return (event) => {
    const { href, external } = event.detail
    if (external || !(href?.startsWith('/') || href?.startsWith('?'))) {
      if (href === '#') event.preventDefault()
      return
    }
    event.preventDefault()
    navigate(href)
  }
}
