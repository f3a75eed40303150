import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { openApiDocument } from '@pilotgate/contracts/openapi'
import { previewApp } from '@pilotgate/emails/preview'
import type { LocalWarehouse } from '../athena/warehouse.ts'
import { consoleFolder } from '../console/build-console.ts'
import { consolePages } from '../console/console-pages.ts'
import type { LocalFunctions } from '../functions.ts'
import { hrApp } from '../hr/hr-app.ts'
import type { HrSystem } from '../hr/hr-system.ts'
import { localQueues } from '../queues/local-queues.ts'
import { queueControl } from '../queues/queue-control.ts'
import type { QueueDesk } from '../queues/queue-desk.ts'
import { sqsHandler } from '../queues/sqs-handler.ts'
import type { Runtime } from '../runtime.ts'
import type { MailStore } from '../ses/mail-store.ts'
import { mailboxApp } from '../ses/mailbox.ts'
import { outbox } from '../ses/receive-mail.ts'
import { sesHandler } from '../ses/ses-handler.ts'
import type { Engine } from '../states/engine.ts'
import { stepFunctionsHandler } from '../states/wire/server.ts'
import { apiGateway } from './api-gateway.ts'
import { apiPage } from './api-page.ts'
import { clockControl } from './clock-control.ts'

type Parts = {
  runtime: Runtime
  functions: LocalFunctions
  engine: Engine
  mails: MailStore
  /** The key service. */
  keys: RequestListener
  desk: QueueDesk
  warehouse: LocalWarehouse
  signIn: RequestListener
  hr: HrSystem
}

/** Everything that answers on the one port of the local runtime, by the start of the path. */
export const gateway = ({
  runtime,
  functions,
  engine,
  mails,
  keys,
  desk,
  warehouse,
  signIn,
  hr,
}: Parts): RequestListener => {
  const { origin, clock } = runtime
  const document = openApiDocument({ serverUrl: origin, issuer: `${origin}/sign-in` })
  const mounts: [string, RequestListener][] = [
    ['/v1/', apiGateway(functions, clock)],
    ['/aws/states', stepFunctionsHandler(engine)],
    ['/aws/ses', sesHandler({ store: mails, clock })],
    ['/aws/kms', keys],
    ['/aws/sqs', sqsHandler({ desk, queues: localQueues, origin })],
    ['/aws/firehose', warehouse.firehose],
    ['/aws/athena', warehouse.athena],
    ['/sign-in', signIn],
    ['/local/clock', getRequestListener(clockControl(runtime).fetch)],
    ['/local/hr', getRequestListener(hrApp(hr, origin).fetch)],
    ['/local/queues', getRequestListener(queueControl(desk, localQueues).fetch)],
    ['/mailbox', getRequestListener(mailboxApp(mails, outbox(functions, clock)).fetch)],
    ['/emails', getRequestListener(previewApp().fetch)],
    ['/api', getRequestListener(apiPage(document).fetch)],
    ['/', getRequestListener(consolePages({ origin, folder: consoleFolder }).fetch)],
  ]
  return (request: IncomingMessage, response: ServerResponse) => {
    // Only pages of this machine may talk to us: a name that resolves to 127.0.0.1 is a stranger's trick (DNS rebinding).
    const host = request.headers.host?.replace(/:\d+$/, '')
    if (host !== '127.0.0.1' && host !== 'localhost') {
      response
        .writeHead(421, { 'content-type': 'text/plain' })
        .end('This local runtime answers only to 127.0.0.1 and localhost.')
      return
    }
    const mount = mounts.find(([start]) => request.url?.startsWith(start)) ?? mounts.at(-1)!
    mount[1](request, response)
  }
}
