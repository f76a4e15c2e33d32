import { createPublicKey, verify } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { rotateHandOverKey, verifyHandOver } from '../../../services/commands/index.ts'
import { verifyDetached } from '../../../services/hand-over/index.ts'
import { makeFolder, removeFolder } from '../../support/folder.ts'
import { meter } from '../../support/meters.ts'
import { type PricingOffice, pricingOffice } from '../pricing/pricing-office.ts'

const url = '/v1/pricing/hand-overs'

const made = async (office: PricingOffice) => {
  const payload = { from: '2024-06-01', to: '2024-06-30' }
  const { id } = (await office.as('pricing.a', { method: 'POST', url, payload })).json().handOver
  const read = async (path: string) =>
    (await office.as('billing', { url: `${url}/${id}/${path}` })).rawPayload
  return {
    ...{ json: await read('file'), jsonSignature: String(await read('signature')) },
    ...{ csv: await read('file?format=csv'), csvSignature: String(await read('signature?format=csv')) },
  }
}

const keysOf = async ({ api }: PricingOffice) => (await api.inject({ url: '/v1/pricing/keys' })).json()

const officeWithOne = async () => {
  const office = await pricingOffice([meter({ meterId: 'M1', customerId: 'C1' })])
  await office.decide('1', [{ customerId: 'C1', from: '2024-01-01' }])
  return office
}

it('a signature fits its file alone, and no changed byte of it', async () => {
  const office = await officeWithOne()
  const { json, jsonSignature, csv, csvSignature } = await made(office)
  const keys = await keysOf(office)
  const [{ kid }] = keys.keys
  expect(await verifyDetached(json, jsonSignature, keys)).toEqual({ keyId: kid })
  expect(await verifyDetached(csv, csvSignature, keys)).toEqual({ keyId: kid })
  // Nothing of ours: the header, a full stop, and the very bytes (RFC 7797).
  const [header, , signature] = jsonSignature.trim().split('.') as [string, string, string]
  const key = createPublicKey({ key: keys.keys[0], format: 'jwk' })
  const signed = Buffer.concat([Buffer.from(`${header}.`), json])
  expect(verify(null, signed, key, Buffer.from(signature, 'base64url'))).toBe(true)
  await expect(verifyDetached(csv, jsonSignature, keys)).rejects.toThrow(/not what was signed/)
  await fc.assert(
    fc.asyncProperty(fc.nat(json.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(json)
      changed[at] = changed[at]! ^ by
      await expect(verifyDetached(changed, jsonSignature, keys)).rejects.toThrow(/not what was signed/)
    }),
    { numRuns: 50 },
  )
  await expect(verifyDetached(json.subarray(1), jsonSignature, keys)).rejects.toThrow(/not what was signed/)
  await expect(verifyDetached(json, 'a.b.c', keys)).rejects.toThrow(/no detached JWS/)
  await expect(verifyDetached(json, 'x..y', keys)).rejects.toThrow(/cannot be read/)
})

it('a rotated key signs from then on; what was signed before stays good; the private part is told nowhere', async () => {
  const office = await officeWithOne()
  const before = await made(office)
  const rotated = await office.as('op', {
    method: 'POST',
    url: '/v1/pricing/keys',
    payload: { reason: 'yearly' },
  })
  expect(rotated.statusCode, rotated.body).toBe(200)
  expect(
    (await office.as('pricing.a', { method: 'POST', url: '/v1/pricing/keys', payload: { reason: 'x' } }))
      .statusCode,
  ).toBe(403)
  const after = await made(office)
  const keys = await keysOf(office)
  expect(keys.keys).toHaveLength(2)
  expect(keys.keys[0]).toEqual(rotated.json().key)
  expect(await verifyDetached(after.json, after.jsonSignature, keys)).toEqual({ keyId: keys.keys[0].kid })
  expect(await verifyDetached(before.json, before.jsonSignature, keys)).toEqual({ keyId: keys.keys[1].kid })
  await expect(verifyDetached(after.json, after.jsonSignature, { keys: [keys.keys[1]] })).rejects.toThrow(
    /not among the keys/,
  )
  const { db } = office.station.ports.store
  const secrets = (await db.selectFrom('signing_key').select('private_jwk').execute()).map(
    ({ private_jwk }) => JSON.parse(private_jwk).d as string,
  )
  expect(secrets).toHaveLength(2)
  const audit = (await office.as('auditor', { url: '/v1/audit/export' })).body
  const stored = JSON.stringify([
    ...(await db.selectFrom('done_command').selectAll().execute()),
    ...(await db.selectFrom('event').selectAll().execute()),
  ])
  const said = [JSON.stringify(keys), rotated.body, audit, stored, String(after.json), ...office.logged]
  for (const secret of secrets) expect(said.filter(text => text.includes(secret))).toEqual([])
  expect(audit).toContain(keys.keys[0].kid)
})

it('the command verifies files without a service', async () => {
  const office = await officeWithOne()
  const { json, jsonSignature } = await made(office)
  const folder = makeFolder()
  onTestFinished(() => removeFolder(folder))
  const [file, signature, keys] = ['h.json', 'h.jws', 'keys.json'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(file, json)
  writeFileSync(signature, jsonSignature)
  writeFileSync(keys, JSON.stringify(await keysOf(office)))
  const printed: string[] = []
  const print = (line: string) => void printed.push(line)
  expect(await verifyHandOver(file, signature, { keys }, print)).toBe(0)
  writeFileSync(file, Buffer.concat([json, Buffer.from(' ')]))
  expect(await verifyHandOver(file, signature, { keys }, print)).toBe(1)
  expect(printed).toEqual([expect.stringMatching(/^Good: .*h\.json/), expect.stringMatching(/^Not good: /)])
  await expect(verifyHandOver('none', signature, { keys }, print)).rejects.toThrow(/cannot be read/)
  await expect(verifyHandOver(file, signature, { keys: file }, print)).rejects.toThrow(/no set of keys/)
})

it('the command rotates the key', async () => {
  const office = await officeWithOne()
  const place = await office.api.listen({ host: '127.0.0.1', port: 0 })
  const made = await office.as('op', { method: 'POST', url: '/v1/tokens', payload: { label: 'x', days: 1 } })
  const printed: string[] = []
  const { token } = made.json()
  await rotateHandOverKey({ url: place, token, reason: 'yearly' }, line => void printed.push(line))
  const { keys } = await keysOf(office)
  expect(printed[0]).toContain(keys[0].kid)
})
