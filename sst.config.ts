import type { SSTConfig } from 'sst'
import { api } from './stacks/api.ts'
import { console } from './stacks/console.ts'
import { email } from './stacks/email.ts'
import { functions } from './stacks/functions.ts'
import { inboundMail } from './stacks/inbound-mail.ts'
import { withoutSstHandlers } from './stacks/lean.ts'
import { queues } from './stacks/queues.ts'
import { schedules } from './stacks/schedules.ts'
import { settings } from './stacks/settings.ts'
import { signIn } from './stacks/sign-in.ts'
import { storage } from './stacks/storage.ts'
import { streams } from './stacks/streams.ts'
import { warehouse } from './stacks/warehouse.ts'
import { workflows } from './stacks/workflows.ts'

/** The cloud's table of contents. Deploy with `npm run deploy -- --stage NAME`; what to set before is in `stacks/settings.ts`. */
export default {
  config() {
    return { name: 'pilotgate', region: 'eu-central-1' }
  },
  stacks(app) {
    // Only the stage `production` keeps what it holds when it is removed.
    if (app.stage !== 'production') app.setDefaultRemovalPolicy('destroy')
    app
      .stack(storage) // the table of records and events, its key, its change stream; the keys of confidential notes and of secrets
      .stack(warehouse) // session rows for analytics: delivery stream, Parquet, Athena
      .stack(email) // who mails come from
      .stack(signIn) // who vouches for people
      .stack(functions) // every function: code, environment, grants
      .stack(workflows) // the state machines of the shipped templates
      .stack(api) // the HTTP routes
      .stack(console) // the web console, and one address for it and the API
      .stack(streams) // events and deliveries → functions
      .stack(queues) // work that waits → functions
      .stack(schedules) // clock → functions
    if (settings().mailReplyDomain) app.stack(inboundMail) // answers of calendars → function
    withoutSstHandlers(app)
  },
} satisfies SSTConfig
