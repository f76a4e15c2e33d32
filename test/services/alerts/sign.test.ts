import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSecret } from '../../../services/alerts/index.ts'
import { isSecret, signedHeaders, verifiedText } from '../../../services/alerts/sign.ts'

const secret = newSecret(bytes => Buffer.alloc(bytes, 7))
const body = '{"type":"case.reported","data":"感应炉 \ufffd"}'
const now = Date.now()
const headers = signedHeaders([secret], 'msg_1', now, body)
const verify = (change = {}, bytes: Uint8Array = Buffer.from(body), key = secret) =>
  verifiedText(key, { ...headers, ...change }, bytes)

describe('signature', () => {
  it('is what node:crypto makes of id, timestamp and body', () => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 4e12 }), (text, atMs) => {
        const made = signedHeaders([secret], 'msg_1', atMs, text)
        const seconds = Math.floor(atMs / 1000)
        const digest = createHmac('sha256', key).update(`msg_1.${seconds}.${text}`, 'utf8').digest('base64')
        expect(made['webhook-signature']).toBe(`v1,${digest}`)
        expect(made['webhook-timestamp']).toBe(String(seconds))
      }),
    )
  })

  it('verifies, and gives the text back', () => {
    expect(verify()).toBe(body)
  })

  it('is made with each of several secrets, and a receiver that has one of them takes it', () => {
    const old = newSecret()
    const both = signedHeaders([secret, old], 'msg_1', now, body)
    expect(both['webhook-signature']?.split(' ')).toHaveLength(2)
    for (const key of [secret, old]) expect(verifiedText(key, both, Buffer.from(body))).toBe(body)
    expect(() => verifiedText(newSecret(), both, Buffer.from(body))).toThrow('No matching signature')
  })

  it('fails with any byte of the body changed', () => {
    const raw = Buffer.from(body)
    fc.assert(
      fc.property(fc.nat({ max: raw.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(raw)
        changed[place] = (changed[place] ?? 0) ^ flip
        expect(() => verify({}, changed)).toThrow()
      }),
      { numRuns: 1_000 },
    )
  })

  it('fails with bytes that a lenient decoder would read as the same text', () => {
    const raw = Buffer.from(body)
    const at = raw.indexOf(Buffer.from('\ufffd'))
    const broken = Buffer.concat([raw.subarray(0, at), Buffer.from([0xff]), raw.subarray(at + 3)])
    expect(broken.toString()).toBe(body)
    expect(() => verify({}, broken)).toThrow()
  })

  it('fails with another id, timestamp, signature or secret', () => {
    expect(() => verify({ 'webhook-id': 'msg_2' })).toThrow('No matching signature')
    expect(() => verify({ 'webhook-timestamp': String(Math.floor(now / 1000) - 1) })).toThrow(
      'No matching signature',
    )
    expect(() => verify({ 'webhook-signature': 'v1,AAAA' })).toThrow('No matching signature')
    expect(() => verify({ 'webhook-signature': '' })).toThrow('Missing required headers')
    expect(() => verify({}, Buffer.from(body), newSecret())).toThrow('No matching signature')
  })

  it.each([
    [-302_000, 'too old'],
    [302_000, 'too new'],
  ])('fails %i ms away from the clock', (offMs, why) => {
    const text = '{}'
    const made = signedHeaders([secret], 'msg_1', Date.now() + offMs, text)
    expect(() => verifiedText(secret, made, Buffer.from(text))).toThrow(why)
  })
})

describe('secret', () => {
  it('is whsec_ and the base64 of 32 bytes, never the same', () => {
    expect(secret).toBe(`whsec_${Buffer.alloc(32, 7).toString('base64')}`)
    const made = Array.from({ length: 100 }, () => newSecret())
    expect(new Set(made).size).toBe(100)
    expect(made.every(isSecret)).toBe(true)
  })

  it.each([
    '',
    'whsec_',
    'secret',
    `whsec_${'A'.repeat(20)}`,
    `whsec_${'!'.repeat(44)}`,
    `whsec_${'A'.repeat(120)}`,
  ])('is not %j', text => {
    expect(isSecret(text)).toBe(false)
  })
})
