import type { FunctionName } from '@pilotgate/contracts/functions'
import { routes } from '@pilotgate/contracts/routes'
import { Duration } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { type StackContext, use } from 'sst/constructs'
import { functions } from './functions.ts'
import { logRetention } from './logs.ts'
import { names } from './names.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'

/** One line for each request: who asked is in the function's own log, by id. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    responseLength: '$context.responseLength',
    latency: '$context.responseLatency',
    ip: '$context.identity.sourceIp',
    error: '$context.error.message',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
  }),
)

/** The HTTP API: each line of the contracts' table is a route; who is not signed in reaches only the public ones. */
export function api({ stack }: StackContext) {
  const { prefix } = names(stack)
  const { publicUrl } = settings()
  const { issuer, audience } = use(signIn)

  const http = new HttpApi(stack, 'Api', {
    apiName: prefix,
    createDefaultStage: false,
    corsPreflight: {
      allowOrigins: [new URL(publicUrl).origin],
      allowMethods: [CorsHttpMethod.ANY],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
      exposeHeaders: ['etag', 'location', 'retry-after'],
      maxAge: Duration.hours(1),
    },
  })
  const stage = http.addStage('Stage', {
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 100, burstLimit: 200 },
    detailedMetricsEnabled: true,
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(stack, 'AccessLog', {
          logGroupName: `/aws/vendedlogs/apigateway/${prefix}`,
          retention: logRetention(stack),
        }),
      ),
      format: accessLogFormat,
    },
  })

  const signedIn = new HttpJwtAuthorizer('SignedIn', issuer, { jwtAudience: [audience] })
  const anyone = new HttpNoneAuthorizer()
  const integrations = new Map<FunctionName, HttpLambdaIntegration>()
  const integrationOf = (name: FunctionName) => {
    // One permission for each function: one for each route would outgrow the function's resource policy.
    const integration =
      integrations.get(name) ??
      new HttpLambdaIntegration(name.replace('/', '-'), use(functions)[name], { scopePermissionToRoute: false })
    integrations.set(name, integration)
    return integration
  }
  for (const route of Object.values(routes)) {
    const made = http.addRoutes({
      path: route.path,
      methods: [HttpMethod[route.method]],
      integration: integrationOf(route.function),
      authorizer: route.action === 'public' ? anyone : signedIn,
    })
    // The stage speaks of this route below, so that it must be there first.
    if (route === routes.deliver) stage.node.addDependency(...made)
  }
  // Some HR systems drop for good what is answered with 4xx, and 429 is one: their door is wider than any of them knocks.
  const { method, path } = routes.deliver
  const doors = stage.node.defaultChild as CfnStage
  doors.addPropertyOverride('RouteSettings', {
    [`${method} ${path}`]: { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000, DetailedMetricsEnabled: true },
  })
  stack.addOutputs({ ApiUrl: http.apiEndpoint })
  return { host: `${http.apiId}.execute-api.${stack.region}.${stack.urlSuffix}` }
}
