import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { chromiumPrinter } from '@pilotgate/aws/printer'
import { expect, test } from 'vitest'

const browser = '/usr/bin/chromium'
const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('pilotgate-pdf-'))
const refused = { code: 'NotPossibleNow', message: expect.stringContaining('print it from your browser') }

test('without a browser it says how to print', async () => {
  await expect(chromiumPrinter(undefined).pdf('<p>Page</p>')).rejects.toMatchObject(refused)
})

test('a browser that does not start is told alike, and leaves nothing behind', async () => {
  const before = leftBehind()
  await expect(chromiumPrinter('/nowhere/chromium').pdf('<p>Page</p>')).rejects.toMatchObject(refused)
  expect(leftBehind()).toEqual(before)
})

test.runIf(existsSync(browser))('a page becomes a PDF', async () => {
  const pdf = Buffer.from(await chromiumPrinter(browser).pdf('<!doctype html><title>Pack</title><p>Page</p>'))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(1000)
})
