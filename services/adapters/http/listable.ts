import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A network as an address and the length of its prefix, `10.20.0.0/16`. */
export type Cidr = string

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

const rangesOf = (texts: readonly Cidr[]): readonly Range[] => texts.map(text => ipaddr.parseCIDR(text))

/**
 * Where closed networks live: RFC 1918, the shared space of carriers (RFC 6598), the range for benchmarks (RFC 2544), and
 * unique local addresses (RFC 4193). Nothing else can be opened.
 */
const CLOSED: readonly Cidr[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '198.18.0.0/15',
  'fc00::/7',
]
const CLOSED_RANGES = rangesOf(CLOSED)

// Where clouds tell a machine its secrets, besides link-local 169.254.0.0/16: Alibaba Cloud, Oracle Cloud, Azure,
// Amazon (IPv6), Google (IPv6).
const METADATA = new Set(
  [
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    'fd00:ec2::23',
    'fd00:ec2::254',
    'fd20:ce::254',
    '169.254.169.254',
  ].map(address => ipaddr.parse(address).toNormalizedString()),
)

/** Whether clouds keep a service there that hands secrets of a machine to whoever asks. No list opens it. */
export const isMetadata = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  METADATA.has(address.toNormalizedString())

/** Whether an address lies in one of the networks, as far as those can be opened at all. */
export const isListed = (address: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly Cidr[]): boolean =>
  isWithin(address, CLOSED_RANGES) && isWithin(address, rangesOf(networks))

const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, ranges: readonly Range[]): boolean =>
  ranges.some(([network, bits]) => address.kind() === network.kind() && address.match(network, bits))

// Why a network cannot be opened, where that is not plain.
const REASONS: readonly (readonly [network: Cidr, reason: string])[] = [
  [
    '127.0.0.0/8',
    'is loopback: what answers there is this machine itself, with all that trusts only its own people',
  ],
  ['0.0.0.0/8', 'leads to this machine itself'],
  [
    '169.254.0.0/16',
    'is link-local: clouds keep there (169.254.169.254) what hands the secrets of a machine to whoever asks',
  ],
  ['fe80::/10', 'is link-local: no office is reached there'],
  ['224.0.0.0/3', 'is multicast or reserved: nobody answers a request there'],
  ['ff00::/8', 'is multicast: nobody answers a request there'],
  ['::/8', 'is loopback, or carries an IPv4 address inside, which nobody would judge'],
  ['2002::/16', 'carries an IPv4 address inside, which nobody would judge'],
  ['2001::/32', 'carries an IPv4 address inside, which nobody would judge'],
]
const REASON_RANGES = REASONS.map(([network, reason]) => [ipaddr.parseCIDR(network), reason] as const)

/** Why the operator cannot open a network, in one sentence that says what to give; undefined when it can be. */
export const refusalOfNetwork = (text: string): string | undefined => {
  const range = readCidr(text)
  if (!range) return `"${text}" is no network: give an address and a length, as in 10.20.0.0/16.`
  const [address, bits] = range
  if (bits === 0)
    return 'A /0 is every address there is and would take the guard away: list the one network meant.'
  const reason = REASON_RANGES.find(([other]) => meet(range, other))?.[1]
  if (reason) return `${text} ${reason}; it can never be listed.`
  const first = firstOf(range)
  if (bits === width(address) && isMetadata(address)) {
    return `${text} is where a cloud hands the secrets of a machine to whoever asks; it can never be listed.`
  }
  if (!CLOSED_RANGES.some(([network, length]) => length <= bits && isWithin(address, [[network, length]]))) {
    return `${text} is not within a closed network (${CLOSED.join(', ')}): what is public needs no listing.`
  }
  return first === address.toString()
    ? undefined
    : `${text} has bits behind its length: give ${first}/${bits} if the whole network is meant.`
}

/** The one way to write a network. */
export const canonicalNetwork = (text: string): Cidr => {
  const [address, bits] = ipaddr.parseCIDR(text)
  return `${address.toString()}/${bits}`
}

/** Undefined unless it is written as people write networks: no octal, no short form, no zone. */
const readCidr = (text: string): Range | undefined => {
  const [, host, length] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? []
  if (host === undefined || isIP(host) === 0) return undefined
  const address = ipaddr.parse(host)
  return Number(length) <= width(address) ? [address, Number(length)] : undefined
}

const width = (address: ipaddr.IPv4 | ipaddr.IPv6): number => (address.kind() === 'ipv4' ? 32 : 128)

const firstOf = ([address, bits]: Range): string => {
  const kind = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return kind.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()
}

const meet = ([one, bits]: Range, [other, otherBits]: Range): boolean =>
  one.kind() === other.kind() && one.match(other, Math.min(bits, otherBits))
