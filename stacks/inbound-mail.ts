import { Duration } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { CfnPermission, EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses'
import { EmailEncoding, Sns } from 'aws-cdk-lib/aws-ses-actions'
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { type Stack, type StackContext, use } from 'sst/constructs'
import { functions } from './functions.ts'
import { names } from './names.ts'
import { settings } from './settings.ts'

/** What calendars answer to invitations: SES takes mails to the sender's address in and hands each, whole, to `engagement/mail`. */
export function inboundMail({ stack }: StackContext) {
  const { prefix, lostReplies } = names(stack)
  const replies = repliesTopic(stack)
  const rules = new ReceiptRuleSet(stack, 'Incoming', { receiptRuleSetName: prefix })
  rules.addRule('Replies', {
    recipients: [settings().mailAddress],
    scanEnabled: true,
    tlsPolicy: TlsPolicy.REQUIRE,
    // Up to 150 KB with the message in it; SES turns larger ones away.
    actions: [new Sns({ topic: replies, encoding: EmailEncoding.BASE64 })],
  })
  const lost = new Queue(stack, 'LostReplies', {
    queueName: lostReplies,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  const target = use(functions)['engagement/mail']
  // Both belong to this stack, so that the functions' stack does not depend on it.
  new CfnPermission(stack, 'MayCall', {
    action: 'lambda:InvokeFunction',
    functionName: target.functionArn,
    principal: 'sns.amazonaws.com',
    sourceArn: replies.topicArn,
  })
  new Subscription(stack, 'Reader', {
    topic: replies,
    protocol: SubscriptionProtocol.LAMBDA,
    endpoint: target.functionArn,
    deadLetterQueue: lost,
  })
  // What reached the function and failed is the function's own to send: see the table of grants.
  new EventInvokeConfig(stack, 'Failures', {
    function: target,
    onFailure: { bind: () => ({ destination: lost.queueArn }) },
    retryAttempts: 2,
  })
  stack.addOutputs({ MailExchange: `10 inbound-smtp.${stack.region}.amazonaws.com`, RuleSet: rules.receiptRuleSetName })
}

/** A topic with a key of its own: SES cannot use the one of AWS. */
const repliesTopic = (stack: Stack): Topic => {
  const byOurSes = {
    principals: [new ServicePrincipal('ses.amazonaws.com')],
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
  }
  const key = new Key(stack, 'RepliesKey', {
    description: 'Encrypts mails to Pilotgate on their way to the function that reads them',
    enableKeyRotation: true,
  })
  key.addToResourcePolicy(
    new PolicyStatement({ ...byOurSes, actions: ['kms:GenerateDataKey*', 'kms:Decrypt'], resources: ['*'] }),
  )
  const topic = new Topic(stack, 'Replies', {
    topicName: `${names(stack).prefix}-replies`,
    masterKey: key,
    enforceSSL: true,
  })
  topic.addToResourcePolicy(new PolicyStatement({ ...byOurSes, actions: ['sns:Publish'], resources: [topic.topicArn] }))
  return topic
}
