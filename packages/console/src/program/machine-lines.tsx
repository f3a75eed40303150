import * as tokens from '@cloudscape-design/design-tokens'
import type { Block, Line, Picture } from './machine-layout.ts'

/** The lines from group to group, with the arrow head of all lines. */
export const MachineLines = ({ picture: { width, height, lines } }: { picture: Picture }) => (
  <svg className="machine-lines" width={width} height={height} aria-hidden="true" focusable="false">
    <defs>
      <marker id="machine-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
        <path d="M0 0 8 4 0 8z" style={{ fill: tokens.colorTextBodySecondary }} />
      </marker>
    </defs>
    {lines.map((line) => (
      <Path key={line.key} line={line} />
    ))}
  </svg>
)

/** The lines between the states of an open group. */
export const InnerLines = ({ block: { width, height, lines } }: { block: Block }) => (
  <svg className="machine-lines" width={width} height={height} aria-hidden="true" focusable="false">
    {lines.map((line) => (
      <Path key={line.key} line={line} />
    ))}
  </svg>
)

const Path = ({ line }: { line: Line }) => (
  <polyline
    points={line.points.map(({ x, y }) => `${x},${y}`).join(' ')}
    style={{ fill: 'none', stroke: tokens.colorTextBodySecondary, strokeWidth: 1.5, strokeLinejoin: 'round' }}
    markerEnd="url(#machine-arrow)"
  />
)
