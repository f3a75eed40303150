import {
  borderRadiusBadge,
  colorBorderDividerDefault,
  colorChartsPaletteCategorical1,
} from '@cloudscape-design/design-tokens'

type BarProps = {
  /** How much is filled, 0 to 1. */
  filled: number
  /** How long the whole bar is, 0 to 1 of the room there is. */
  length?: number
}

/** A bar beside the numbers it shows; those who cannot see it lose nothing. */
export const Bar = ({ filled, length = 1 }: BarProps) => (
  <div
    aria-hidden
    style={{
      width: `${length * 100}%`,
      height: 8,
      borderRadius: borderRadiusBadge,
      background: colorBorderDividerDefault,
      overflow: 'hidden',
    }}
  >
    <div style={{ width: `${filled * 100}%`, height: '100%', background: colorChartsPaletteCategorical1 }} />
  </div>
)
