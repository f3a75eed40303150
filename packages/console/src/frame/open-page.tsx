import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { colorBackgroundContainerContent, colorBorderDividerDefault } from '@cloudscape-design/design-tokens'
import { type CSSProperties, type ReactNode, useEffect } from 'react'

const band: CSSProperties = { background: colorBackgroundContainerContent, padding: '12px 20px' }
const measure: CSSProperties = { maxWidth: '44rem', margin: '0 auto' }

type OpenPageProps = {
  title: string
  /** Why it is asked. */
  about?: string
  /** Whose page it is: the program and the organisation. */
  owner?: string
  children: ReactNode
}

/** A page that the link of a mail opens without a sign-in: a heading, one thing to do, and who asks for it. */
export const OpenPage = ({ title, about, owner, children }: OpenPageProps) => {
  useEffect(() => {
    document.title = [title, 'Pilotgate'].join(' – ')
  }, [title])
  return (
    <div style={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <header style={{ ...band, borderBottom: `1px solid ${colorBorderDividerDefault}` }}>
        <div style={measure}>
          <Box variant="strong">Pilotgate</Box>
          {owner && <Box color="text-body-secondary">{owner}</Box>}
        </div>
      </header>
      <main style={{ flex: 1, padding: '20px' }}>
        <div style={measure}>
          <SpaceBetween size="l">
            <div>
              <Box variant="h1">{title}</Box>
              {about && <Box color="text-body-secondary">{about}</Box>}
            </div>
            {children}
          </SpaceBetween>
        </div>
      </main>
      <footer style={{ ...band, borderTop: `1px solid ${colorBorderDividerDefault}` }}>
        <div style={measure}>
          <Box color="text-body-secondary" fontSize="body-s">
            Pilotgate runs coaching and mentoring programs. The link in your mail opened this page; keep it to yourself.
          </Box>
        </div>
      </footer>
    </div>
  )
}
