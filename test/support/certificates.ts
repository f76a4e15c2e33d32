import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'

/** A certificate with its key, PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

export interface Asked {
  /** Common name, and the host names and IPv4 addresses it is good for */
  readonly name: string
  readonly hosts?: readonly string[]
  readonly fromMs?: number
  readonly untilMs?: number
  /** Who vouches for it; itself unless told */
  readonly by?: Authority
}

/** Somebody who vouches for certificates. */
export interface Authority extends Certificate {
  readonly name: string
  readonly privateKey: KeyObject
}

const DAY_MS = 86_400_000

/** Makes a certificate by RFC 5280 with ECDSA on P-256: of use in tests alone. */
export const makeCertificate = (asked: Asked): Authority => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issuer = asked.by ?? { name: asked.name, privateKey }
  const extensions = [
    ...(asked.by ? [] : [extension(OID.basicConstraints, sequence(TRUE))]),
    ...(asked.hosts ? [extension(OID.subjectAltName, sequence(...asked.hosts.map(hostName)))] : []),
  ]
  const told = sequence(
    tagged(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sequence(OID.ecdsaWithSha256),
    nameOf(issuer.name),
    sequence(time(asked.fromMs ?? Date.now() - DAY_MS), time(asked.untilMs ?? Date.now() + DAY_MS)),
    nameOf(asked.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const signature = sign('sha256', told, { key: issuer.privateKey, dsaEncoding: 'der' })
  const whole = sequence(
    told,
    sequence(OID.ecdsaWithSha256),
    tagged(0x03, Buffer.concat([Buffer.from([0]), signature])),
  )
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`
  return {
    name: asked.name,
    cert,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    privateKey,
  }
}

const tagged = (tag: number, content: Buffer): Buffer => {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts))
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes)
const TRUE = tagged(0x01, Buffer.from([0xff]))

const OID = {
  ecdsaWithSha256: Buffer.from('06082a8648ce3d040302', 'hex'),
  commonName: Buffer.from('0603550403', 'hex'),
  basicConstraints: Buffer.from('0603551d13', 'hex'),
  subjectAltName: Buffer.from('0603551d11', 'hex'),
} as const

const extension = (id: Buffer, value: Buffer): Buffer => sequence(id, tagged(0x04, value))

const nameOf = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(OID.commonName, tagged(0x0c, Buffer.from(name)))))

/** GeneralizedTime, to the second */
const time = (atMs: number): Buffer =>
  tagged(0x18, Buffer.from(`${new Date(atMs).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))

const hostName = (host: string): Buffer =>
  isIPv4(host)
    ? tagged(0x87, Buffer.from(host.split('.').map(Number)))
    : tagged(0x82, Buffer.from(host, 'ascii'))
