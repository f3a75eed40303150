import { routes } from '@pilotgate/contracts/routes'
import type { Plugin } from 'vite'

const name = 'virtual:route-table'

/**
 * The method and path of every route of the API as a module of their own, so that the browser loads neither the schemas nor the
 * rules behind them; the client takes their types only.
 */
export const routeTable = (): Plugin => ({
  name: 'route-table',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => {
    if (id !== `\0${name}`) return undefined
    const table = Object.entries(routes).map(([route, { method, path }]) => [route, [method, path]])
    return `export const routeTable = ${JSON.stringify(Object.fromEntries(table))}`
  },
})
