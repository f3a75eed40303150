import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { borderRadiusContainer, colorBorderDividerDefault } from '@cloudscape-design/design-tokens'
import type { CSSProperties, ReactNode } from 'react'
import { idOf } from './focus-field.ts'

const bare: CSSProperties = { border: 0, margin: 0, padding: 0, minInlineSize: 0 }
const framed: CSSProperties = {
  ...bare,
  border: `1px solid ${colorBorderDividerDefault}`,
  borderRadius: borderRadiusContainer,
  padding: '12px 16px 16px',
}

type FieldsetProps = {
  path: string
  label: ReactNode
  description?: string
  /** What is wrong with all of them together. */
  problem?: string
  /** With a frame: one of several. */
  isEntry?: boolean
  /** Beside the label: what can be done with all of them. */
  action?: ReactNode
  children: ReactNode
}

/** Fields that belong together, under their common name. */
export const Fieldset = ({ path, label, description, problem, isEntry, action, children }: FieldsetProps) => (
  <fieldset id={idOf(path)} style={isEntry ? framed : bare}>
    <legend style={{ padding: isEntry ? '0 6px' : '0 0 8px' }}>
      <Box variant={isEntry ? 'awsui-key-label' : 'h3'} tagOverride="span">
        {label}
      </Box>
    </legend>
    <SpaceBetween size="m">
      {description && <Box color="text-body-secondary">{description}</Box>}
      {children}
      {problem && <Box color="text-status-error">{problem}</Box>}
      {action}
    </SpaceBetween>
  </fieldset>
)
