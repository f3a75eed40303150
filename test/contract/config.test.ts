import { parseConfig } from '@pilotgate/aws/config'
import { container } from '@pilotgate/aws/container'
import { describe, expect, it } from 'vitest'

const complete = {
  TABLE_NAME: 'pilotgate',
  AWS_REGION: 'eu-central-1',
  MAIL_FROM: 'no-reply@example.org',
  PUBLIC_URL: 'https://pilotgate.example.org/',
  OIDC_ISSUER: 'https://issuer.example.org',
  OIDC_AUDIENCE: 'pilotgate',
  MACHINE_ROLE_ARN: 'arn:aws:iam::000000000000:role/machines',
  FUNCTION_ARNS: '{"gates-tasks":"arn:aws:lambda:eu-central-1:000000000000:function:gates-tasks"}',
  STATE_MACHINE_PREFIX: 'test-',
  NOTES_KEY_ARN: 'arn:aws:kms:eu-central-1:000000000000:key/notes',
  SECRETS_KEY_ARN: 'arn:aws:kms:eu-central-1:000000000000:key/secrets',
  QUEUE_URLS: '{"invitations":"https://sqs.eu-central-1.amazonaws.com/000000000000/invitations.fifo"}',
  WAREHOUSE_STREAM: 'sessions',
  WAREHOUSE_DATABASE: 'pilotgate',
  WAREHOUSE_WORKGROUP: 'pilotgate',
}

describe('configuration', () => {
  it('is read out of the environment, with what may be left out', () => {
    expect(parseConfig({ ...complete, PATH: '/bin' })).toEqual({
      ...complete,
      PUBLIC_URL: 'https://pilotgate.example.org',
      FUNCTION_ARNS: JSON.parse(complete.FUNCTION_ARNS),
      QUEUE_URLS: JSON.parse(complete.QUEUE_URLS),
      HR_ENDPOINTS: {},
      PRIVATE_HOSTS: [],
      LOG_LEVEL: 'INFO',
    })
  })

  it.each(Object.keys(complete))('without %s names it and says what to do', (name) => {
    expect(() => parseConfig({ ...complete, [name]: undefined })).toThrow(
      new RegExp(`${name} is missing[^;]*set by the stacks .*npm start`),
    )
  })

  it('takes the private hosts apart, and where HR systems answer instead', () => {
    const set = { PRIVATE_HOSTS: '127.0.0.1,localhost', HR_ENDPOINTS: '{"finch":"https://sandbox.example.org"}' }
    expect(parseConfig({ ...complete, ...set })).toMatchObject({
      PRIVATE_HOSTS: ['127.0.0.1', 'localhost'],
      HR_ENDPOINTS: { finch: 'https://sandbox.example.org' },
    })
  })

  it.each([
    ['FUNCTION_ARNS', 'not json'],
    ['FUNCTION_ARNS', '["arn:x"]'],
    ['FUNCTION_ARNS', '{"a":"no arn"}'],
    ['QUEUE_URLS', '{"invitations":"no address"}'],
    ['HR_ENDPOINTS', 'https://sandbox.example.org'],
    ['MACHINE_ROLE_ARN', 'machines'],
    ['OIDC_ISSUER', 'issuer'],
    ['LOG_LEVEL', 'LOUD'],
    ['STATE_MACHINE_PREFIX', 'with space'],
  ])('with a wrong %s (%s) names it', (name, value) => {
    expect(() => parseConfig({ ...complete, [name]: value })).toThrow(new RegExp(`${name} is wrong`))
  })

  it('names all that is missing at once', () => {
    expect(() => parseConfig({})).toThrow(/TABLE_NAME is missing; AWS_REGION is missing/)
  })
})

describe('the container', () => {
  it('says what the environment lacks, and is made once when it is there', () => {
    expect(() => container()).toThrow(/TABLE_NAME is missing/)
    Object.assign(process.env, complete)
    const made = container()
    expect(container()).toBe(made)
    expect(Object.keys(made).sort()).toEqual([
      'config',
      'ids',
      'mailer',
      'printer',
      'queues',
      'secrets',
      'signIn',
      'store',
      'vault',
      'warehouse',
      'web',
      'workflows',
    ])
  })
})
