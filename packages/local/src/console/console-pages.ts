import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { consoleCaching, consoleFile, consolePermissions, consolePolicy } from '@pilotgate/contracts/console-policy'
import type { ConsoleSettings } from '@pilotgate/contracts/console-settings'
import { Hono } from 'hono'
import { CONSOLE_CLIENT } from '../sign-in/oidc.ts'
import { localBar } from './local-bar.ts'

type Options = { origin: string; folder: string }

const notBuilt = 'The console is not built yet. Run "npm run build:console", then reload this page.'

/**
 * The console as the cloud serves it: its files, its settings, and its one page for every other address. What only a local run
 * has, the bar with the clock and the sample people, is put into that page here; the console knows nothing of it.
 */
export const consolePages = ({ origin, folder }: Options): Hono => {
  const app = new Hono()
  const settings: ConsoleSettings = {
    issuer: `${origin}/sign-in`,
    clientId: CONSOLE_CLIENT,
    scope: 'openid email profile',
    token: 'access',
  }
  const policy = consolePolicy({ connect: [], secure: false })
  app.use('*', async (context, next) => {
    await next()
    context.header('content-security-policy', policy)
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    context.header('permissions-policy', consolePermissions)
  })
  app.get('/settings.json', (context) => context.json(settings, 200, { 'cache-control': 'no-store' }))
  app.route('/', localBar())
  const file = serveStatic({
    root: folder,
    onFound: (_, context) =>
      context.header(
        'cache-control',
        context.req.path.startsWith('/assets/') ? consoleCaching.assets : consoleCaching.others,
      ),
  })
  app.get('*', (context, next) => (consoleFile.test(context.req.path) ? file(context, next) : next()))
  app.get('*', (context) => {
    if (consoleFile.test(context.req.path)) return context.notFound()
    const index = join(folder, 'index.html')
    if (!existsSync(index)) return context.text(notBuilt, 503)
    const page = readFileSync(index, 'utf8').replace(
      '</head>',
      '<link rel="stylesheet" href="/local/bar.css"><script type="module" src="/local/bar.js"></script></head>',
    )
    return context.html(page, 200, { 'cache-control': 'no-store' })
  })
  return app
}
