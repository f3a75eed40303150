import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import type { StackContext } from 'sst/constructs'
import { names } from './names.ts'
import { settings } from './settings.ts'

/** The sender of mails. Addresses that bounce or complain are not written to again, which keeps the account in good standing. */
export function email({ stack }: StackContext) {
  const { mailDomain, mailAddress } = settings()
  const configurationSet = new ConfigurationSet(stack, 'Mails', {
    configurationSetName: names(stack).prefix,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
  })
  const identity = new EmailIdentity(stack, 'Sender', {
    identity: mailDomain ? Identity.domain(mailDomain) : Identity.email(mailAddress),
    configurationSet,
  })
  if (mailDomain) {
    stack.addOutputs(
      Object.fromEntries(
        identity.dkimRecords.map(({ name, value }, i) => [`DkimRecord${i + 1}`, `${name} CNAME ${value}`]),
      ),
    )
  }
  return { identity, configurationSet }
}
