import { existsSync } from 'node:fs'
import path from 'node:path'
import { consoleCaching } from '@pilotgate/contracts/console-policy'
import type { ConsoleSettings } from '@pilotgate/contracts/console-settings'
import { RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { type Stack, type StackContext, use } from 'sst/constructs'
import { useProject } from 'sst/project.js'
import { consoleDistribution } from './console-distribution.ts'
import { logRetention } from './logs.ts'
import { isProduction } from './names.ts'
import { signIn } from './sign-in.ts'

/** The context that names another folder of built files, for tests. */
export const consoleFolder = 'pilotgate:console'

/** @throws Error when the console is not built */
const builtFolder = (stack: Stack): string => {
  const { root } = useProject().paths
  const folder = path.resolve(root, stack.node.tryGetContext(consoleFolder) ?? 'packages/console/dist')
  if (existsSync(path.join(folder, 'index.html'))) return folder
  throw new Error(`The console is not built: there is no index.html in ${folder}. Run "npm run build:console" first.`)
}

/** The web console: its built files in a bucket, and one address for it and the API. */
export function console({ stack }: StackContext) {
  const folder = builtFolder(stack)
  const { issuer, clientId, token, origins } = use(signIn)
  const bucket = new Bucket(stack, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: isProduction(stack) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  const logGroup = new LogGroup(stack, 'DeploymentLog', { retention: logRetention(stack) })
  const deploy = (id: string, sources: ISource[], caching: string, destinationKeyPrefix?: string) =>
    new BucketDeployment(stack, id, {
      sources,
      destinationBucket: bucket,
      destinationKeyPrefix,
      cacheControl: [CacheControl.fromString(caching)],
      // Files of the version before stay: a page that is open goes on loading its parts.
      prune: false,
      memoryLimit: 512,
      logGroup,
    })
  const assets = existsSync(path.join(folder, 'assets'))
    ? deploy('Assets', [Source.asset(path.join(folder, 'assets'))], consoleCaching.assets, 'assets')
    : undefined
  const settings: ConsoleSettings = { issuer, clientId, scope: 'openid email profile', token }
  const page = deploy(
    'Page',
    [
      Source.asset(folder, { exclude: ['assets', 'assets/**', 'settings.json'] }),
      Source.jsonData('settings.json', settings),
    ],
    consoleCaching.others,
  )
  // The page names its assets, so they are there before it.
  if (assets) page.node.addDependency(assets)
  const distribution = consoleDistribution(stack, bucket, origins)
  stack.addOutputs({ ConsoleDomain: distribution.distributionDomainName })
}
