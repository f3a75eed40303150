import { describe, expect, it } from 'vitest'
import { fifo, minutes, openDesk, standard, start } from './desk.ts'

const bodies = (messages: { body: string }[]) => messages.map(({ body }) => body)

describe('a standard queue', () => {
  it('hands a message over once, and again when its visibility time is over', () => {
    const { desk, later } = openDesk()
    desk.send(standard, [{ body: 'one' }, { body: 'two' }])
    const [first] = desk.take(standard, 1)
    expect(first).toMatchObject({ body: 'one', receives: 1, sentAt: start, firstReceivedAt: start })
    expect(bodies(desk.take(standard, 10))).toEqual(['two'])
    later(59_999)
    expect(desk.take(standard, 10)).toEqual([])
    later(1)
    const [again] = desk.take(standard, 1)
    expect(again).toMatchObject({ body: 'one', receives: 2, firstReceivedAt: start, receivedAt: start + 60_000 })
    expect(again!.receipt).not.toBe(first!.receipt)
  })

  it('removes by the latest receipt only', () => {
    const { desk, later } = openDesk()
    desk.send(standard, [{ body: 'one' }])
    const [first] = desk.take(standard, 1)
    later(minutes(1))
    const [second] = desk.take(standard, 1)
    desk.remove(standard, first!.receipt)
    expect(desk.count(standard)).toEqual({ visible: 0, hidden: 1, delayed: 0 })
    desk.remove(standard, second!.receipt)
    expect(desk.count(standard)).toEqual({ visible: 0, hidden: 0, delayed: 0 })
  })

  it('hides a delayed message until its time', () => {
    const { desk, later } = openDesk()
    desk.send(standard, [{ body: 'late', delaySeconds: 900 }, { body: 'now' }])
    expect(desk.count(standard)).toEqual({ visible: 1, hidden: 0, delayed: 1 })
    expect(bodies(desk.take(standard, 10, 3600))).toEqual(['now'])
    expect(desk.nextVisible(standard)).toBe(start + minutes(15))
    later(minutes(15))
    expect(bodies(desk.take(standard, 10))).toEqual(['late'])
  })

  it('postpones what is in flight, within twelve hours of the handing over', () => {
    const { desk, later } = openDesk()
    desk.send(standard, [{ body: 'one' }])
    const [message] = desk.take(standard, 1)
    later(30_000)
    desk.postpone(standard, message!.receipt, 3600)
    expect(desk.nextVisible(standard)).toBe(start + 30_000 + 3_600_000)
    expect(() => desk.postpone(standard, message!.receipt, 43_200)).toThrow(/beyond the limit/)
    desk.postpone(standard, message!.receipt, 0)
    expect(bodies(desk.take(standard, 1))).toEqual(['one'])
    later(minutes(60))
    expect(() => desk.postpone(standard, message!.receipt, 5)).toThrow(/not in flight/)
    expect(() => desk.postpone(standard, 'no receipt', 5)).toThrow(/not a valid receipt/)
  })

  it('puts aside what failed as often as is allowed, and gives it back as new', () => {
    const { desk, later, lines } = openDesk()
    const [sent] = desk.send(standard, [{ body: 'poison' }])
    for (let time = 1; time <= standard.mostReceives; time += 1) {
      expect(desk.take(standard, 1)).toMatchObject([{ receives: time }])
      expect(desk.deadLetters()).toEqual([])
      later(minutes(1))
    }
    expect(desk.take(standard, 1)).toEqual([])
    expect(desk.deadLetters()).toMatchObject([
      { queue: 'plain', body: 'poison', messageId: sent!.messageId, receives: 3, deadAt: start + minutes(3) },
    ])
    expect(lines).toEqual([expect.stringContaining(sent!.messageId)])
    expect(desk.redrive(fifo)).toBe(0)
    expect(desk.redrive(standard)).toBe(1)
    expect(desk.deadLetters()).toEqual([])
    expect(desk.take(standard, 1)).toMatchObject([{ body: 'poison', receives: 1, firstReceivedAt: start + minutes(3) }])
  })
})

describe('a FIFO queue', () => {
  const send = (desk: ReturnType<typeof openDesk>['desk'], ...messages: string[]) =>
    desk.send(
      fifo,
      messages.map((body) => ({ body, group: body[0]!, dedupe: body })),
    )

  it('holds a group back while an earlier message of it is in flight, and no other group', () => {
    const { desk, later } = openDesk()
    send(desk, 'a1', 'a2', 'b1')
    const [first] = desk.take(fifo, 1)
    expect(first!.body).toBe('a1')
    expect(bodies(desk.take(fifo, 10))).toEqual(['b1'])
    desk.postpone(fifo, first!.receipt, 600)
    later(minutes(5))
    send(desk, 'a3')
    expect(bodies(desk.take(fifo, 10))).toEqual(['b1'])
    later(minutes(5))
    expect(bodies(desk.take(fifo, 10))).toEqual(['a1', 'a2', 'b1', 'a3'])
  })

  it('goes on behind a message that was removed or given up', () => {
    const { desk, later } = openDesk()
    send(desk, 'a1', 'a2', 'b1', 'b2')
    const [first] = desk.take(fifo, 1)
    desk.remove(fifo, first!.receipt)
    for (let time = 0; time < fifo.mostReceives; time += 1) {
      expect(bodies(desk.take(fifo, 1))).toEqual(['a2'])
      later(minutes(1))
    }
    expect(bodies(desk.take(fifo, 10))).toEqual(['b1', 'b2'])
    expect(bodies(desk.deadLetters())).toEqual(['a2'])
  })

  it('keeps a message once that is sent again within five minutes, even when it is done', () => {
    const { desk, later } = openDesk()
    const [first] = send(desk, 'a1')
    const [taken] = desk.take(fifo, 1)
    desk.remove(fifo, taken!.receipt)
    later(minutes(5) - 1)
    expect(send(desk, 'a1', 'a1')).toEqual([first, first])
    expect(desk.take(fifo, 10)).toEqual([])
    later(1)
    const [second] = send(desk, 'a1')
    expect(second).not.toEqual(first)
    expect(bodies(desk.take(fifo, 10))).toEqual(['a1'])
  })
})

it('takes all of a batch or nothing', () => {
  const { desk } = openDesk()
  const broken = { body: undefined as unknown as string }
  expect(() => desk.send(standard, [{ body: 'one' }, broken])).toThrow()
  expect(desk.count(standard).visible).toBe(0)
})
