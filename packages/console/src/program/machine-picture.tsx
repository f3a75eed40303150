import './machine.css'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import dagre from '@dagrejs/dagre'
import { useEffect, useMemo, useRef, useState } from 'react'
import { MachineBlock } from './machine-block.tsx'
import { type Group, groupStates } from './machine-groups.ts'
import { layOut } from './machine-layout.ts'
import { MachineLines } from './machine-lines.tsx'
import { currentState, type Execution, type StateProgress } from './machine-status.ts'

const steps = [0.25, 0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5]

type PictureProps = { execution: Execution; progress: StateProgress[] }

/** The machine drawn: weeks in a row, each opened to its states by a click; the week the execution is in is open. */
export const MachinePicture = ({ execution, progress }: PictureProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  const [room, setRoom] = useState(0)
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(() => groupStates(execution.states), [execution.states])
  const now = currentState(progress)?.name
  const here = groups.find(({ states }) => states.some(({ name }) => name === now))?.id
  const open = useMemo(() => opened(groups, here, toggled), [groups, here, toggled])
  // With many weeks open, rows are longer than the window: one zooms out, or moves sideways.
  const width = open.size > 3 ? Math.max(room, 4500) : room
  const picture = useMemo(() => layOut(dagre, groups, open, width), [groups, open, width])
  const byName = useMemo(() => new Map(progress.map((state) => [state.name, state])), [progress])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Once the picture has its width, and whenever the execution goes on to another state.
  useEffect(() => {
    if (room > 0 && now) bringIntoView(frame.current)
  }, [room, now])

  const toggle = (id: string) =>
    setToggled((ids) => new Set(ids.has(id) ? [...ids].filter((x) => x !== id) : [...ids, id]))
  const step = (by: number) =>
    setZoom(steps[Math.min(steps.length - 1, Math.max(0, steps.indexOf(nearest(zoom)) + by))]!)
  const fit = () => setZoom(Math.max(0.2, Math.min(1, room / picture.width)))
  const all = open.size === groups.length
  const everything = new Set(groups.filter(({ id }) => all || !open.has(id)).map(({ id }) => id))
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button iconName="zoom-out" ariaLabel="Smaller" onClick={() => step(-1)} disabled={zoom <= steps[0]!} />
        <Button iconName="zoom-in" ariaLabel="Larger" onClick={() => step(1)} disabled={zoom >= steps.at(-1)!} />
        <Button onClick={fit}>Fit</Button>
        <Button onClick={() => setZoom(1)} disabled={zoom === 1}>
          Full size
        </Button>
        <Button onClick={() => bringIntoView(frame.current)}>Go to the current state</Button>
        <Button onClick={() => setToggled(all ? new Set() : merge(toggled, everything))}>
          {all ? 'Close all but the current week' : 'Open all weeks'}
        </Button>
        <Box color="text-body-secondary">{Math.round(zoom * 100)} %</Box>
      </SpaceBetween>
      <section className="machine-window" ref={frame} aria-label="Picture of the state machine">
        <div style={{ width: picture.width * zoom, height: picture.height * zoom }}>
          <div
            className="machine-picture"
            style={{ width: picture.width, height: picture.height, transform: `scale(${zoom})` }}
          >
            <MachineLines picture={picture} />
            {picture.blocks.map((block) => (
              <MachineBlock key={block.group.id} block={block} progress={byName} now={now} onToggle={toggle} />
            ))}
          </div>
        </div>
      </section>
      <Box variant="small" color="text-body-secondary">
        Not drawn: every step of a week leads to “Wait while the program is paused” when it finds the program paused,
        and to “Program stopped” when it finds it stopped.
      </Box>
    </SpaceBetween>
  )
}

/** The group of the current state is open by itself; those in `toggled` are the other way round. */
const opened = (groups: Group[], here: string | undefined, toggled: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(groups.filter(({ id }) => (id === here) !== toggled.has(id)).map(({ id }) => id))

const merge = (toggled: ReadonlySet<string>, more: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...[...toggled].filter((id) => !more.has(id)), ...[...more].filter((id) => !toggled.has(id))])

const nearest = (zoom: number): number =>
  steps.reduce((best, each) => (Math.abs(each - zoom) < Math.abs(best - zoom) ? each : best))

/** Moves the picture within its window, not the page, until the current state is in its middle. */
const bringIntoView = (element: HTMLElement | null): void => {
  const state = element?.querySelector('[aria-current="step"]')
  if (!element || !state) return
  const [outer, inner] = [element.getBoundingClientRect(), state.getBoundingClientRect()]
  element.scrollBy({
    left: inner.left - outer.left - (outer.width - inner.width) / 2,
    top: inner.top - outer.top - (outer.height - inner.height) / 2,
  })
}
