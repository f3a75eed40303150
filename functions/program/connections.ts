import { container } from '@pilotgate/aws/container'
import { toConnectionView, toInboxLogView } from '@pilotgate/contracts/program/connection-views'
import { addSecret, removeSecret } from '@pilotgate/core/program/hr/connections/change-secrets'
import type { ConnectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { accountOf } from '@pilotgate/core/program/hr/connections/connection-secrets'
import { createConnection, type WithNewSecret } from '@pilotgate/core/program/hr/connections/create-connection'
import { doorAddress } from '@pilotgate/core/program/hr/connections/door-address'
import {
  editConnection,
  listConnections,
  removeConnection,
} from '@pilotgate/core/program/hr/connections/edit-connection'
import { loadConnection } from '@pilotgate/core/program/hr/connections/load-connection'
import { lastTurnedAway } from '@pilotgate/core/program/hr/connections/note-turned-away'
import { testConnection } from '@pilotgate/core/program/hr/connections/test-connection'
import { readDeliveries, replayDelivery } from '@pilotgate/core/program/hr/inbox/delivery-log'
import { vendors } from '@pilotgate/core/program/hr/vendors/index'
import { vendorNames } from '@pilotgate/core/program/hr/vendors/vendor-names'
import type { RoutesOf } from '../lib/http/api.ts'

type Handlers = Pick<RoutesOf<'program/api'>, Extract<keyof RoutesOf<'program/api'>, `${string}Connection${string}`>>

const view = async (connection: ConnectionRecord) => {
  const { store, config } = container()
  return toConnectionView(
    connection,
    doorAddress(connection, config.PUBLIC_URL),
    await lastTurnedAway(store, connection),
  )
}

const viewWithSecret = async ({ connection, newSecret }: WithNewSecret) => ({ ...(await view(connection)), newSecret })

/** HR systems: set up, test, and what came in. */
export const connectionHandlers: Handlers = {
  listConnectionVendors: async () => ({
    items: vendorNames.map((name) => {
      const { words, settings, credentials, secret, readBack, steps } = vendors[name]
      return {
        ...{ vendor: name, words, settings, credentials, steps },
        makesSecret: secret === 'made here',
        takesSecret: secret === 'from the vendor',
        readsBack: readBack !== undefined,
      }
    }),
  }),
  listConnections: async ({ work, actor }) => ({
    items: await Promise.all((await listConnections(work.store, actor.tenantId)).map(view)),
  }),
  createConnection: async ({ work, actor, body }) =>
    viewWithSecret(await createConnection(work, container().secrets, actor, body)),
  getConnection: async ({ work, actor, path }) =>
    view(await loadConnection(work.store, actor.tenantId, path.connectionId!)),
  editConnection: async ({ work, actor, path, body, expected }) =>
    view(await editConnection(work, container().secrets, actor, path.connectionId!, expected, body)),
  removeConnection: async ({ work, actor, path }) => {
    await removeConnection(work, container().secrets, actor, path.connectionId!)
    return { removed: true as const }
  },
  addConnectionSecret: async ({ work, actor, path, body }) =>
    viewWithSecret(await addSecret(work, container().secrets, actor, path.connectionId!, body.secret)),
  removeConnectionSecret: async ({ work, actor, path }) =>
    view(await removeSecret(work, actor, path.connectionId!, path.secretId!)),
  testConnection: async ({ work, actor, path }) => {
    const { secrets, web, config } = container()
    const connection = await loadConnection(work.store, actor.tenantId, path.connectionId!)
    const account = await accountOf({ vault: secrets, web, endpoints: config.HR_ENDPOINTS }, connection, work.now)
    return testConnection(connection.vendor, account)
  },
  listConnectionDeliveries: async ({ work, actor, path, query }) => {
    const page = await readDeliveries(work, actor.tenantId, path.connectionId!, query)
    return { items: page.items.map(toInboxLogView), cursor: page.cursor }
  },
  replayConnectionDelivery: async ({ work, actor, path }) => {
    const { queues } = container()
    await replayDelivery({ ...work, queues }, actor.tenantId, path.connectionId!, path.deliveryId!)
    return { queued: true as const }
  },
}
