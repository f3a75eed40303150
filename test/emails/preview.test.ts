import { messages } from '@pilotgate/emails/index'
import { previewApp } from '@pilotgate/emails/preview'
import { expect, it } from 'vitest'

const get = async (path: string) => {
  const response = await previewApp().request(path)
  return { status: response.status, text: await response.text() }
}

it('lists every mail', async () => {
  const { status, text } = await get('/emails')
  expect(status).toBe(200)
  for (const kind of Object.keys(messages)) expect(text).toContain(`href="/emails/${kind}"`)
})

it.each(Object.keys(messages))('shows %s as HTML in a frame and as text', async (kind) => {
  const { status, text } = await get(`/emails/${kind}`)
  expect(status).toBe(200)
  expect(text).toContain('srcdoc="&lt;!doctype html&gt;')
  expect(text).toMatch(/Sent for (the program Leadership pilot 2027 of )?Northwind/)
})

it.each(['/emails/nothing', '/emails/__proto__', '/emails/toString'])('knows no mail at %s', async (path) => {
  expect((await get(path)).status).toBe(404)
})
