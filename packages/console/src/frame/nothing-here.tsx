import Box from '@cloudscape-design/components/box'
import { ButtonTo } from './link-to.tsx'
import { Page } from './page.tsx'

/** An address that leads nowhere. */
export const Component = () => (
  <Page title="There is nothing here">
    <Box>The address may be mistyped, or what it showed is gone.</Box>
    <ButtonTo href="/programs" variant="primary">
      Go to your programs
    </ButtonTo>
  </Page>
)
