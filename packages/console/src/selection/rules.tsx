import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import './selection.css'

type Met = boolean | 'yes' | 'no' | 'no data'

const signs = {
  yes: ['success', 'Met'],
  no: ['pending', 'Not met'],
  'no data': ['info', 'No data'],
} as const satisfies Record<string, [StatusIndicatorProps.Type, string]>

const said = (met: Met): keyof typeof signs => (typeof met === 'string' ? met : met ? 'yes' : 'no')

/** Yes-or-no rules with the numbers they rest on. */
export const Rules = ({ of: rules }: { of: { rule: string; met: Met; words: string }[] }) => (
  <ul className="selection-cards">
    {rules.map(({ rule, met, words }) => (
      <li key={rule}>
        <StatusIndicator type={signs[said(met)][0]} iconAriaLabel={signs[said(met)][1]}>
          {words}
        </StatusIndicator>
      </li>
    ))}
  </ul>
)
