import { consoleFile, consolePermissions, consolePolicy } from '@pilotgate/contracts/console-policy'
import { Duration } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { type Stack, use } from 'sst/constructs'
import { api } from './api.ts'
import { names } from './names.ts'
import { settings } from './settings.ts'

/** Gives pages of the console `index.html`; runs where people connect to CloudFront. */
const pageFunction = `function handler(event) {
  var request = event.request
  if (!${consoleFile}.test(request.uri)) request.uri = '/index.html'
  return request
}`

/** What browsers are told with every file; what the API says of its own pages stays. */
const securityHeaders = (stack: Stack, connect: string[]) =>
  new ResponseHeadersPolicy(stack, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: consolePolicy({ connect }), override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      // For this host only: others of the domain are not ours.
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: false, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'permissions-policy', value: consolePermissions, override: true }],
    },
  })

/**
 * One origin for the console and the API under `/v1/`: files come from the bucket, which nobody else can read, and calls go on to the
 * API with all that was sent, never kept.
 * @param connect origins that the console calls besides its own
 */
export const consoleDistribution = (stack: Stack, bucket: IBucket, connect: string[]): Distribution => {
  const { publicUrl, consoleCertificateArn } = settings()
  const responseHeadersPolicy = securityHeaders(stack, connect)
  const page = new EdgeFunction(stack, 'Pages', {
    code: FunctionCode.fromInline(pageFunction),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'Gives pages of the console index.html',
  })
  return new Distribution(stack, 'Distribution', {
    comment: names(stack).prefix,
    httpVersion: HttpVersion.HTTP2_AND_3,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...(consoleCertificateArn && {
      domainNames: [new URL(publicUrl).hostname],
      certificate: Certificate.fromCertificateArn(stack, 'Certificate', consoleCertificateArn),
    }),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy,
      functionAssociations: [{ function: page, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: {
      '/v1/*': {
        origin: new HttpOrigin(use(api).host, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy,
      },
    },
  })
}
