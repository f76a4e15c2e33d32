import { type AddressInfo, connect, createServer } from 'node:net'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { guardedLookup, isOpen, refuseHost } from '../../../../services/adapters/http/address-guard.ts'

const CLOSED = { allowPrivate: false, networks: [] }

/** Hosts as they may stand in a URL, with what they are. */
const REFUSED: readonly (readonly [host: string, what: string])[] = [
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['127.0.0.1.', 'loopback with the root dot'],
  ['0x7f000001', 'loopback in hexadecimal'],
  ['0x7f.0.0.1', 'loopback, one part in hexadecimal'],
  ['0X7F.1', 'loopback, short and in hexadecimal'],
  ['2130706433', 'loopback in decimal'],
  ['127.1', 'loopback, short'],
  ['127.0.1', 'loopback, short'],
  ['0177.0.0.1', 'loopback in octal'],
  ['017700000001', 'loopback in octal, whole'],
  ['１２７.0.0.1', 'loopback in full-width digits'],
  ['127。0。0。1', 'loopback with ideographic full stops'],
  ['%31%32%37.0.0.1', 'loopback, percent-encoded'],
  ['0.0.0.0', 'unspecified'],
  ['0', 'unspecified, short'],
  ['0.1.2.3', 'this network'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['0xc0a80101', 'private in hexadecimal'],
  ['3232235777', 'private in decimal'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.127.255.255', 'carrier-grade NAT'],
  ['169.254.169.254', 'metadata of a cloud'],
  ['0xa9fea9fe', 'metadata in hexadecimal'],
  ['2852039166', 'metadata in decimal'],
  ['0251.0376.0251.0376', 'metadata in octal'],
  ['100.100.100.200', 'metadata of Alibaba Cloud, in carrier-grade NAT'],
  ['192.0.0.1', 'IETF assignments'],
  ['192.0.0.192', 'metadata of Oracle Cloud'],
  ['168.63.129.16', 'metadata of Azure, within public addresses'],
  ['169.254.170.2', 'credentials of a container at Amazon'],
  ['169.254.0.23', 'metadata of Tencent Cloud'],
  ['169。254。169。254', 'metadata with ideographic full stops'],
  ['①②⑦.0.0.1', 'loopback in circled digits'],
  ['192.0.2.1', 'documentation'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['198.18.0.1', 'benchmarking'],
  ['192.88.99.1', '6to4 relay'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['[::]', 'unspecified'],
  ['[::1]', 'loopback'],
  ['[0:0:0:0:0:0:0:1]', 'loopback, written out'],
  ['[::ffff:127.0.0.1]', 'mapped loopback'],
  ['[::ffff:7f00:1]', 'mapped loopback in hexadecimal'],
  ['[::ffff:169.254.169.254]', 'mapped metadata'],
  ['[::ffff:8.8.8.8]', 'mapped public address'],
  ['[::127.0.0.1]', 'compatible loopback'],
  ['[::ffff:0:127.0.0.1]', 'translated loopback'],
  ['[64:ff9b::127.0.0.1]', 'NAT64 of loopback'],
  ['[64:ff9b::a9fe:a9fe]', 'NAT64 of metadata'],
  ['[64:ff9b:1::7f00:1]', 'local NAT64'],
  ['[2002:7f00:1::]', '6to4 of loopback'],
  ['[2001:0:7f00:1::]', 'Teredo'],
  ['[fe80::1]', 'link-local'],
  ['[fec0::1]', 'site-local'],
  ['[fc00::1]', 'unique local'],
  ['[fd00:ec2::254]', 'metadata in unique local'],
  ['[ff02::1]', 'multicast'],
  ['[100::1]', 'discard'],
  ['[2001:db8::1]', 'documentation'],
  ['[3fff::1]', 'documentation'],
  ['[2001:2::1]', 'benchmarking'],
  ['[5f00::1]', 'segment routing'],
  ['[4000::1]', 'not given out'],
]

const GLOBAL = [
  '8.8.8.8',
  '1.1.1.1',
  '172.32.0.1',
  '100.128.0.1',
  '223.5.5.5',
  '2400:3200::1',
  '2606:4700::1111',
]

describe('address guard', () => {
  it('has a table of at least 40 hosts', () => {
    expect(new Set(REFUSED.map(([host]) => host)).size).toBe(REFUSED.length)
    expect(REFUSED.length).toBeGreaterThanOrEqual(40)
  })

  it.each(REFUSED)('refuses %s, %s', host => {
    expect(() => refuseHost(new URL(`http://${host}:8080/hook`), CLOSED)).toThrow(
      'no address on the public internet',
    )
  })

  it.each(GLOBAL)('passes %s', address => {
    expect(isOpen(address, CLOSED)).toBe(true)
    expect(() =>
      refuseHost(new URL(`https://${address.includes(':') ? `[${address}]` : address}/`), CLOSED),
    ).not.toThrow()
  })

  it('leaves names to the lookup', () => {
    for (const name of ['localhost', 'example.org', 'metadata.google.internal']) {
      expect(() => refuseHost(new URL(`http://${name}/`), CLOSED)).not.toThrow()
      expect(isOpen(name, CLOSED)).toBe(false)
    }
  })

  it('passes no IPv4 address inside another form', () => {
    fc.assert(
      fc.property(fc.ipV4(), address => {
        const mapped = ipaddr.IPv4.parse(address).toIPv4MappedAddress().toString()
        expect(isOpen(mapped, CLOSED)).toBe(false)
        expect(isOpen(mapped.replace('::ffff:', '64:ff9b::'), CLOSED)).toBe(false)
      }),
    )
  })
})

// Of 127.0.0.0/8 a Mac has 127.0.0.1 alone.
describe.skipIf(process.platform === 'darwin')('guarded lookup', () => {
  const judge = async () => (address: string) => address === '127.0.0.2'

  /** Two neighbours on one port: 127.0.0.2 stands for the public internet, 127.0.0.1 for what is behind the wall. */
  const openNeighbours = async (): Promise<{ port: number; reached: string[] }> => {
    const reached: string[] = []
    const open = (host: string, port: number) =>
      new Promise<number>((resolve, reject) => {
        const server = createServer(socket => {
          reached.push(host)
          socket.destroy()
        })
        onTestFinished(() => void server.close())
        server.once('error', reject)
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
      })
    const port = await open('127.0.0.2', 0)
    try {
      await open('127.0.0.1', port)
      return { port, reached }
    } catch {
      // Somebody else stands at this port of 127.0.0.1: take another.
      return openNeighbours()
    }
  }

  const dial = (port: number, lookup: ReturnType<typeof guardedLookup>, autoSelectFamily: boolean) =>
    new Promise<string>(resolve => {
      const socket = connect({ host: 'district.example', port, lookup, autoSelectFamily })
      socket.once('error', error => resolve(error.message))
      socket.once('connect', () => {
        resolve(`connected to ${socket.remoteAddress}`)
        socket.destroy()
      })
    })

  it.each([true, false])(
    'connects to what it judged, though the next answer differs (happy eyeballs: %s)',
    async happy => {
      const { port, reached } = await openNeighbours()
      let asked = 0
      const lookup = guardedLookup(async () => {
        asked += 1
        return [{ address: asked % 2 === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
      }, judge)
      expect(await dial(port, lookup, happy)).toBe('connected to 127.0.0.2')
      expect(asked).toBe(1)
      expect(await dial(port, lookup, happy)).toContain('no address on the public internet')
      expect(asked).toBe(2)
      expect(reached).not.toContain('127.0.0.1')
    },
  )

  it('takes of a mixed answer the allowed part', async () => {
    const { port, reached } = await openNeighbours()
    const mixed = ['::1', '127.0.0.1', '127.0.0.2', '127.0.0.1']
    const lookup = guardedLookup(
      async () => mixed.map(address => ({ address, family: address === '::1' ? 6 : 4 })),
      judge,
    )
    expect(await dial(port, lookup, true)).toBe('connected to 127.0.0.2')
    expect(reached).not.toContain('127.0.0.1')
  })

  it('passes on that a name is unknown', async () => {
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    expect(
      await dial(
        1,
        guardedLookup(() => Promise.reject(unknown), judge),
        true,
      ),
    ).toContain('ENOTFOUND')
  })
})
