import type { LookupAddress, LookupOptions } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { type Cidr, isListed, isMetadata } from './listable.ts'

/** Finds the addresses of a host name. Rejects when there are none. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/** Whether requests may go to an address. */
export type Judge = (address: string) => boolean

/** A host that may not be called; the message is one sentence. */
export class HostRefused extends Error {
  override name = 'HostRefused'
}

/** Which addresses requests may go to, besides those of the public internet. */
export interface Openings {
  /** Loopback and private addresses too, for one machine; never where clouds keep their metadata */
  readonly allowPrivate: boolean
  /** Networks that the operator listed */
  readonly networks: readonly Cidr[]
}

// RFC 4291, section 2.4, and the IANA registry: of IPv6 only 2000::/3 is given out as global unicast.
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether requests may go to an address: it is global unicast, listed, or private where that is allowed. Loopback,
 * private, link-local (where clouds keep their metadata), carrier-grade NAT, multicast and documentation are not global
 * unicast, nor is a form that carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo), one with a zone, or a text
 * that is no address.
 */
export const isOpen = (address: string, { allowPrivate, networks }: Openings): boolean => {
  const parsed = parseAddress(address)
  if (!parsed || isMetadata(parsed)) return false
  return isGlobal(parsed) || isListed(parsed, networks) || (allowPrivate && isPrivate(parsed))
}

const parseAddress = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  isIP(address) === 0 || address.includes('%') ? undefined : ipaddr.parse(address)

const isGlobal = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean => {
  if (address.range() !== 'unicast' || isMetadata(address)) return false
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6)
}

const PRIVATE_RANGES = new Set(['loopback', 'unspecified', 'private', 'carrierGradeNat', 'uniqueLocal'])

const isPrivate = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean => {
  const mapped = address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress()
  const inner = mapped ? (address as ipaddr.IPv6).toIPv4Address() : address
  return PRIVATE_RANGES.has(inner.range()) && !isMetadata(inner)
}

/**
 * Throws HostRefused unless a URL's host may be called. Only a literal address can be judged here: the URL class has
 * already brought 0x7f000001, 2130706433, 127.1 and 0177.0.0.1 to their common form. A name is judged when
 * it is looked up; for a literal the connection asks no lookup at all, hence both places.
 */
export const refuseHost = (url: URL, openings: Openings): void => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isOpen(host, openings)) throw refused(host)
}

/** Why requests could never go to an address, in one sentence; undefined when they might. */
export const refusalOfUrl = (text: string, openings: Openings): string | undefined => {
  const url = new URL(text)
  if (url.username || url.password) return 'An address with a user name or password in it is not taken.'
  try {
    refuseHost(url, openings)
    return undefined
  } catch (error) {
    return (error as HostRefused).message
  }
}

/**
 * A lookup for net.connect that passes allowed addresses only. What it answers is what is connected to, so a
 * name that answers differently a moment later gains nothing.
 */
export const guardedLookup =
  (resolve: Resolve, judge: () => Promise<Judge>): LookupFunction =>
  (hostname, options, callback) => {
    findOpen(hostname, resolve, judge).then(
      allowed => answerLookup(hostname, allowed, options, callback),
      error => callback(error, ''),
    )
  }

const findOpen = async (
  hostname: string,
  resolve: Resolve,
  judge: () => Promise<Judge>,
): Promise<LookupAddress[]> => {
  const found = await resolve(hostname)
  // Asked after the answer came: what holds when the connection is made decides.
  const isAllowed = await judge()
  return found.filter(({ address }) => isAllowed(address))
}

const answerLookup = (
  hostname: string,
  allowed: LookupAddress[],
  options: LookupOptions,
  callback: Parameters<LookupFunction>[2],
): void => {
  const [first] = allowed
  if (!first) callback(refused(hostname), '')
  else if (options.all) callback(null, allowed)
  else callback(null, first.address, first.family)
}

const refused = (host: string): HostRefused =>
  new HostRefused(
    `The host ${host} has no address on the public internet or in a listed network, so nothing is sent there.`,
  )
