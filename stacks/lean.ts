import { Stack } from 'aws-cdk-lib'
import type { App } from 'sst/constructs'

/** SST puts a function for its own constructs into every stack, on an older Node. We use none of them, so it goes. */
export const withoutSstHandlers = (app: App) => {
  for (const stack of app.node.children.filter(Stack.isStack)) stack.node.tryRemoveChild('CustomResourceHandler')
}
