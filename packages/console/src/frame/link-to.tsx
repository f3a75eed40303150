import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import Link, { type LinkProps } from '@cloudscape-design/components/link'
import { useFollow } from './follow.ts'

/** A link to another page of the console. */
export const LinkTo = (props: LinkProps & { href: string }) => {
  const follow = useFollow()
  return <Link {...props} onFollow={follow} />
}

/** A button that leads to another page of the console. */
export const ButtonTo = (props: ButtonProps & { href: string }) => {
  const follow = useFollow()
  return <Button {...props} onFollow={follow} />
}
