import type { LookupAddress, LookupOptions } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Finds the addresses of a host name. Rejects when there are none. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/** A host that may not be called; the message is one sentence. */
export class HostRefused extends Error {
  override name = 'HostRefused'
}

// RFC 4291, section 2.4, and the IANA registry: of IPv6 only 2000::/3 is given out as global unicast.
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is global unicast: not loopback, private, link-local (where clouds keep their metadata),
 * carrier-grade NAT, multicast, documentation, nor a form that carries an IPv4 address inside (mapped, NAT64,
 * 6to4, Teredo). A text that is no address is not.
 */
export const isGlobalUnicast = (address: string): boolean => {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6)
}

/**
 * Throws HostRefused unless a URL's host may be called. Only a literal address can be judged here: the URL class has
 * already brought 0x7f000001, 2130706433, 127.1 and 0177.0.0.1 to their common form. A name is judged when
 * it is looked up; for a literal the connection asks no lookup at all, hence both places.
 */
export const refuseHost = (url: URL): void => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isGlobalUnicast(host)) throw refused(host)
}

/** Why requests could never go to an address, in one sentence; undefined when they might. */
export const refusalOfUrl = (text: string, allowPrivate: boolean): string | undefined => {
  const url = new URL(text)
  if (url.username || url.password) return 'An address with a user name or password in it is not taken.'
  if (allowPrivate) return undefined
  try {
    refuseHost(url)
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
  (resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname).then(
      found =>
        answerLookup(
          hostname,
          found.filter(({ address }) => isAllowed(address)),
          options,
          callback,
        ),
      error => callback(error, ''),
    )
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
  new HostRefused(`The host ${host} has no address on the public internet, so nothing is sent there.`)
