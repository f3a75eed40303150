import { Aspects, Stack } from 'aws-cdk-lib'
import { Annotations, Match } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { expect, test } from 'vitest'
import config from '../../sst.config.ts'
import { given, newApp, ownDomain } from './cloud.ts'

/** What cdk-nag finds and we mean: rule, where, why. An entry that matches nothing any more fails the test, too. */
const explained: { rule: RegExp; at: RegExp; because: string }[] = [
  { rule: /IAM5\[Resource::\*\]/, at: /-role\/DefaultPolicy/, because: 'X-Ray knows no resources' },
  {
    rule: /IAM5\[Resource::\*\]|LambdaStarPermissions/,
    at: /-stream-role\/Resource/,
    because: 'dynamodb:ListStreams knows no resources; it tells names only',
  },
  {
    rule: /IAM5\[Resource::\*\]/,
    at: /\/MachineRole\//,
    because: 'neither X-Ray nor the delivery of logs knows resources',
  },
  {
    rule: /IAM5\[Resource::arn:<AWS::Partition>:states:[^\]]*:(stateMachine|execution):pilotgate-production-\*/,
    at: /-role\/|\/MachineRole\//,
    because: 'machines for copies of a template are made later, under names of this stage',
  },
  {
    rule: /IAM5\[Resource::<Warehouse[^\]]*\.Arn>\/warehouse\/\*\]/,
    at: /\/StreamRole\//,
    because: 'rows are written under the names that Firehose gives them',
  },
  {
    rule: /IAM5\[Resource::.*Warehouse.*\/(warehouse|athena-results)\/\*\]/,
    at: /\/gates-schedule-role\//,
    because: 'rows are read, and results kept, under the names that Firehose and Athena give them',
  },
  { rule: /APIG4/, at: /GET--v1--health/, because: 'it tells only that the service is up' },
  {
    rule: /APIG4/,
    at: /POST--v1--references/,
    because: 'referees have no sign-in: the secret of the link in their mail is the permission',
  },
  {
    rule: /APIG4/,
    at: /POST--v1--task-links/,
    because: 'a link in a mail opens a low-stakes task of its owner (F3): the secret of the link is the permission',
  },
  {
    rule: /APIG4/,
    at: /POST--v1--doors--/,
    because:
      'HR systems have no sign-in: each delivery is signed in the way of its vendor, and checked over its bytes (F14)',
  },
  {
    rule: /APIG4/,
    at: /--v1--scim--v2--/,
    because: 'identity providers bring the bearer token of their connection, which the function checks',
  },
  {
    rule: /APIG4/,
    at: /GET--v1--calendars--/,
    because: 'calendars cannot sign in: the secret in the address is the permission, to read one person’s own sessions',
  },
  {
    rule: /Serverless-LambdaDLQ/,
    at: /functions\//,
    because:
      'callers keep what fails: Step Functions, the event source mapping, the queue, the schedule and SNS (EventInvokeConfig), HTTP',
  },
  {
    rule: /LambdaEventSourceMappingDestination/,
    at: /-queues\/.*-worker\//,
    because: 'a queue knows no destination for failures: it keeps them itself, by its redrive policy',
  },
  {
    rule: /SQS3|SQSRedrivePolicy/,
    at: /StreamFailures|MissedSchedules|LostReplies|-queues\/.*-failures\//,
    because: 'these are the dead-letter queues; their sources know them by ARN only',
  },
  {
    rule: /COG2/,
    at: /\/People\//,
    because: 'a second factor is offered; organisations that demand one bring their own OIDC',
  },
  {
    rule: /COG3/,
    at: /\/People\//,
    because: 'threat protection is a paid plan of Cognito, for the operator to choose',
  },
  {
    rule: /IAM4|IAM5|AwsSolutions-L1|Serverless-Lambda(DLQ|LatestVersion|Tracing)/,
    at: /console\/Custom::CDKBucketDeployment/,
    because: "CDK's own function: it copies the built files into their bucket, and runs during a deployment only",
  },
  {
    rule: /AwsSolutions-S1|CFR3/,
    at: /console\/(Files|Distribution)\//,
    because:
      'calls are logged by the API; a log of files would keep the network addresses of people and codes of sign-ins',
  },
  { rule: /CFR1/, at: /console\/Distribution/, because: 'people take part from everywhere' },
  {
    rule: /CFR2/,
    at: /console\/Distribution/,
    because:
      'a web application firewall is a paid service, for the operator to choose; the API slows down floods itself',
  },
]

test('cdk-nag (AwsSolutions and Serverless) finds nothing that is not explained', { timeout: 240_000 }, async () => {
  const app = newApp({ stage: 'production', set: { ...given, ...ownDomain, MAIL_REPLY_DOMAIN: 'example.org' } })
  await config.stacks(app)
  Aspects.of(app).add(new AwsSolutionsChecks())
  Aspects.of(app).add(new ServerlessChecks())
  await app.finish()
  app.synth()
  const findings = app.node.children.filter(Stack.isStack).flatMap((stack) => {
    const notes = Annotations.fromStack(stack)
    const all = [...notes.findError('*', Match.anyValue()), ...notes.findWarning('*', Match.anyValue())]
    return all.map(({ id, entry }) => ({ at: id, rule: String(entry.data).split(': ')[0]! }))
  })
  const explains =
    ({ rule, at }: { rule: RegExp; at: RegExp }) =>
    (finding: { rule: string; at: string }) =>
      rule.test(finding.rule) && at.test(finding.at)
  expect(findings.filter((finding) => !explained.some((reason) => explains(reason)(finding)))).toEqual([])
  expect(explained.filter((reason) => !findings.some(explains(reason)))).toEqual([])
})
