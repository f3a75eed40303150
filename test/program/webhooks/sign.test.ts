import { ulids } from '@pilotgate/aws/ids'
import { newSigningSecret, signatureHeaders } from '@pilotgate/core/program/webhooks/sign'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'

const ids = ulids()

describe('the signature', () => {
  test('is that of the vector of Standard Webhooks', async () => {
    const signed = {
      messageId: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      sentAt: 1614265330,
      body: '{"test": 2432232314}',
    }
    expect(await signatureHeaders(signed, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  test('holds for the library with either of two secrets, and for nothing that was changed', async () => {
    const secrets = [newSigningSecret(ids), newSigningSecret(ids)]
    const body = JSON.stringify({ type: 'gate.passed', words: 'Grüße – 你好' })
    const sentAt = Math.floor(Date.now() / 1000)
    const headers = await signatureHeaders({ messageId: 'msg_1', sentAt, body }, secrets)
    expect(headers['webhook-signature']!.split(' ')).toHaveLength(2)
    for (const secret of secrets) {
      const webhook = new Webhook(secret)
      expect(webhook.verify(body, headers)).toEqual(JSON.parse(body))
      expect(() => webhook.verify(body.replace('gate', 'GATE'), headers)).toThrow('No matching signature')
      expect(() => webhook.verify(body, { ...headers, 'webhook-id': 'msg_2' })).toThrow('No matching signature')
    }
    expect(() => new Webhook(newSigningSecret(ids)).verify(body, headers)).toThrow('No matching signature')
  })
})

describe('a secret', () => {
  test('is whsec_ and the Base64 of 32 bytes, never the same again', () => {
    const secrets = Array.from({ length: 200 }, () => newSigningSecret(ids))
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
      expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
    }
    expect(new Set(secrets).size).toBe(200)
  })

  test('is made of bytes with every value, none of which repeats its first half', () => {
    const bytes = Array.from({ length: 500 }, () => [...Buffer.from(newSigningSecret(ids).slice(6), 'base64')])
    expect(new Set(bytes.flat()).size).toBe(256)
    for (const each of bytes) expect(each.slice(0, 16)).not.toEqual(each.slice(16))
  })
})
