import type { Alarm, Clock, ClockStatus } from './clock.ts'

/** What a clock writes down: the two anchors of `now = virtualAnchor + (real - realAnchor) * speed`, in epoch milliseconds. */
export interface SavedClock {
  virtualAnchor: number
  realAnchor: number
  running: boolean
  speed: number
}

interface VirtualClockOptions {
  /** Virtual time of a clock with nothing saved, epoch milliseconds. Default: the real now. */
  start?: number
  /** Whether a clock with nothing saved starts running. Default: true. */
  running?: boolean
  /** Virtual seconds per real second. Default: 1. */
  speed?: number
  /** Where the clock is kept over a restart. `load` gives back what `save` was given, or `undefined`. */
  persist?: { load(): unknown; save(state: SavedClock): void }
}

interface Entry {
  at: number
  order: number
  wake: () => void
}

/** The longest delay `setTimeout` takes; a later alarm is reached in several legs. */
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * A clock that can run at a speed, pause and jump; see `Clock` for the rules. It is saved on every pause, run and jump:
 * a clock that was paused comes back at exactly the same time, one that was running counts the time it was down as well.
 */
export function virtualClock(options: VirtualClockOptions = {}): Clock {
  const saved = options.persist?.load() as SavedClock | undefined
  const state: SavedClock = saved ?? {
    virtualAnchor: options.start ?? Date.now(),
    realAnchor: Date.now(),
    running: options.running ?? true,
    speed: checkedSpeed(options.speed ?? 1),
  }
  const heap: Entry[] = []
  /** Alarms set for a time that had passed: they wait for the next turn, so that a jump never runs one it caused itself. */
  const overdue: Entry[] = []
  /** What is left of the overdue alarms while one of them fires; it may cancel the others. */
  let firing: Entry[] = []
  let order = 0
  let latest = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let turnComing = false

  const now = (): number => {
    const elapsed = state.running ? Math.max(Date.now() - state.realAnchor, 0) * state.speed : 0
    // The machine's own clock may be set back; this one never goes backwards.
    latest = Math.max(latest, state.virtualAnchor + elapsed)
    return latest
  }
  const anchor = (at: number): void => {
    latest = Math.max(latest, at)
    state.virtualAnchor = latest
    state.realAnchor = Date.now()
  }
  const save = (): void => options.persist?.save({ ...state })

  const fireOverdue = (): void => {
    turnComing = false
    const batch = overdue.splice(0).sort(before)
    try {
      for (let entry = batch.shift(); entry; entry = batch.shift()) {
        firing = batch
        entry.wake()
      }
    } finally {
      firing = []
      overdue.unshift(...batch)
    }
  }
  const fireUpTo = (to: number, reach: (at: number) => void): void => {
    for (let next = heap[0]; next && next.at <= to; next = heap[0]) {
      take(heap, 0)
      reach(next.at)
      next.wake()
    }
  }
  const schedule = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (overdue.length > 0 && !turnComing) {
      turnComing = true
      setImmediate(tick)
    }
    const next = heap[0]
    if (!next || !state.running) return
    const delay = Math.ceil((next.at - now()) / state.speed)
    timer = setTimeout(tick, Math.min(Math.max(delay, 0), LONGEST_TIMER))
  }
  const tick = (): void => {
    try {
      fireOverdue()
      fireUpTo(now(), () => {})
    } finally {
      schedule()
    }
  }

  const clock: Clock = {
    now,
    alarm(at: number, wake: () => void): Alarm {
      const entry: Entry = { at, order: order++, wake }
      if (at <= now()) overdue.push(entry)
      else insert(heap, entry)
      schedule()
      return {
        cancel() {
          for (const list of [overdue, firing]) {
            const late = list.indexOf(entry)
            if (late >= 0) list.splice(late, 1)
          }
          const waiting = heap.indexOf(entry)
          if (waiting >= 0) take(heap, waiting)
          schedule()
        },
      }
    },
    nextDue() {
      const first = overdue.toSorted(before)[0] ?? heap[0]
      return first?.at
    },
    status(): ClockStatus {
      return { now: now(), running: state.running, speed: state.speed, nextDue: clock.nextDue() }
    },
    pause() {
      anchor(now())
      state.running = false
      save()
      schedule()
    },
    run(speed = 1) {
      checkedSpeed(speed)
      anchor(now())
      state.running = true
      state.speed = speed
      save()
      schedule()
    },
    jump(to: number) {
      if (!(to >= now())) throw new RangeError(`The clock cannot go back from ${iso(now())} to ${iso(to)}.`)
      const running = state.running
      // Stopped while the alarms fire, so that each of them sees its own time.
      anchor(now())
      state.running = false
      try {
        fireOverdue()
        fireUpTo(to, anchor)
        anchor(to)
      } finally {
        state.realAnchor = Date.now()
        state.running = running
        save()
        schedule()
      }
    },
  }
  schedule()
  return clock
}

function checkedSpeed(speed: number): number {
  if (!(speed > 0) || !Number.isFinite(speed))
    throw new RangeError(`The speed must be a positive number, not ${speed}.`)
  return speed
}

function iso(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString() : String(at)
}

function before(a: Entry, b: Entry): number {
  return a.at - b.at || a.order - b.order
}

function insert(heap: Entry[], entry: Entry): void {
  heap.push(entry)
  rise(heap, heap.length - 1)
}

function take(heap: Entry[], index: number): void {
  const last = heap.pop() as Entry
  if (index >= heap.length) return
  heap[index] = last
  rise(heap, index)
  sink(heap, index)
}

function rise(heap: Entry[], from: number): void {
  let index = from
  while (index > 0) {
    const parent = (index - 1) >> 1
    if (!swapIfBefore(heap, index, parent)) return
    index = parent
  }
}

function sink(heap: Entry[], from: number): void {
  let index = from
  for (;;) {
    const left = 2 * index + 1
    const right = left + 1
    if (left >= heap.length) return
    const child = right < heap.length && before(heap[right] as Entry, heap[left] as Entry) < 0 ? right : left
    if (!swapIfBefore(heap, child, index)) return
    index = child
  }
}

function swapIfBefore(heap: Entry[], lower: number, upper: number): boolean {
  const a = heap[lower] as Entry
  const b = heap[upper] as Entry
  if (before(a, b) >= 0) return false
  heap[lower] = b
  heap[upper] = a
  return true
}
