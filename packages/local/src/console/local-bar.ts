import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { samplePeople } from '../seed/sample-company.ts'

const text = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')

/**
 * The bar at the foot of every page of a local run: it says that this is one, shows and moves the clock, lets one act as any of the
 * sample people (`GET /local/people`), and leads to the mailbox.
 */
export const localBar = (): Hono => {
  const app = new Hono()
  const script = text('bar.js')
  const style = text('bar.css')
  app.get('/local/bar.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/local/bar.css', (context) => context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/local/people', async (context) => context.json(await samplePeople()))
  return app
}
