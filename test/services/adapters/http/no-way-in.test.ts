import { createServer } from 'node:http'
import { type AddressInfo, isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPost, refusalOfNetwork, refusalOfUrl } from '../../../../services/adapters/http/index.ts'

/** Every way we know to write this very machine as the host of an address, name and password before it included. */
const HERE: readonly string[] = [
  ...['127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.255.255.254', '127.000.000.001'],
  ...['2130706433', '2130706433.', '0x7f000001', '0X7F000001', '0x7f.1', '0x7f.0x0.0x0.0x1', '0x7f.0.1'],
  ...['0177.0.0.1', '0177.0.0.01', '017700000001', '00000177.1', '0x7F.0.01'],
  ...['0', '0.0', '0x0', '00', '0.0.0.0', '0.0.0.0.'],
  ...['１２７.0.0.1', '127。0。0。1', '127．0．0．1', '127｡0｡0｡1', '①②⑦.⓪.⓪.①', '𝟏𝟐𝟕.𝟎.𝟎.𝟏'],
  ...['%31%32%37.0.0.1', '127%2e0%2E0%2e1', '%6c%6Fcalhost', '127.0.0\u00ad.1', '127.0\t.0.1', '127.0.0.1\n'],
  ...['localhost', 'LOCALHOST', 'ｌｏｃａｌｈｏｓｔ', 'user@127.0.0.1', 'a:b@127.1', '8.8.8.8@127.0.0.1'],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000::0001]', '[::0.0.0.1]', '[::]', '[0::0]'],
  ...['[::ffff:127.0.0.1]', '[::FFFF:7F00:1]', '[0:0:0:0:0:ffff:7f00:0001]', '[::127.0.0.1]', '[::7f00:1]'],
  ...['[::ffff:0:127.0.0.1]', '[::1%25lo]', '[::1%lo]', '[fe80::1%25lo]', '[fe80::1%1]'],
  ...[
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2002:7f00:1::7f00:1]',
  ],
  ...['[2001:0:7f00:1::80ff:fffe]', '[2001::7f00:1]'],
]

const ANSWERS: readonly string[] = [
  ...[
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:0:127.0.0.1',
    '::127.0.0.1',
  ],
  ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '::1%lo', 'fe80::1%lo', '2400:3200::1%lo'],
  ...[
    '10.0.0.1',
    '192.168.0.1',
    '172.16.0.1',
    '169.254.169.254',
    '100.100.100.200',
    'fd00:ec2::254',
    'nonsense',
  ],
]

const own = Object.values(networkInterfaces())
  .flatMap(all => all ?? [])
  .filter(({ internal, scopeid }) => !internal && !scopeid)
const lengthOf = (address: string): number => (isIPv4(address) ? 32 : 128)
/** An address of this machine that an operator could list, if it has one */
const listable = own
  .map(({ address }) => address)
  .find(address => refusalOfNetwork(`${address}/${lengthOf(address)}`) === undefined)

/** A server on every address of this machine, and the addresses at which it was reached. */
const openEverywhere = async () => {
  const reached: string[] = []
  const server = createServer((_, response) => response.end())
  server.on('connection', socket => reached.push(socket.localAddress?.replace('::ffff:', '') ?? ''))
  const listen = (host: string) =>
    new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve))
  await listen('::').catch(() => listen('0.0.0.0'))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, reached }
}

const open = (options: Partial<Parameters<typeof createPost>[0]> = {}) => {
  const post = createPost({ allowPrivate: false, timeoutMs: 5_000, ...options })
  onTestFinished(() => post.close())
  return post
}

const answering =
  (...answers: readonly string[]) =>
  async () => {
    const address = answers.length > 1 ? (answers as string[]).shift()! : answers[0]!
    return [{ address, family: isIPv4(address) ? 4 : 6 }]
  }

describe('from outside in', () => {
  it('reaches this machine by no way to write it', async () => {
    expect(new Set(HERE).size).toBe(HERE.length)
    expect(HERE.length).toBeGreaterThanOrEqual(40)
    const { port, reached } = await openEverywhere()
    const post = open()
    for (const host of HERE) {
      await expect(post(`http://${host}:${port}/hook`, {}, ''), host).rejects.toThrow(
        /no address on the public internet|is no http or https address/,
      )
    }
    expect(reached).toEqual([])
    // Most of them do lead here when that is allowed: without the guard the server would have seen them.
    const free = open({ allowPrivate: true })
    for (const host of HERE) await free(`http://${host}:${port}/hook`, {}, '').catch(() => {})
    expect(reached.length).toBeGreaterThan(30)
  })

  it('reaches this machine by no answer of a name service', async () => {
    const { port, reached } = await openEverywhere()
    const answers = listable === undefined ? ANSWERS : [...ANSWERS, listable]
    for (const address of answers) {
      const post = open({ resolve: answering(address) })
      await expect(post(`http://district.example:${port}/`, {}, ''), address).rejects.toThrow(
        'The host district.example has no address on the public internet',
      )
    }
    expect(reached).toEqual([])
    expect(
      (
        await open({ allowPrivate: true, resolve: answering('127.0.0.1') })(
          `http://a.example:${port}`,
          {},
          '',
        )
      ).status,
    ).toBe(200)
  })

  it('judges a name when it connects, whatever it answered when it was set', async () => {
    const { port, reached } = await openEverywhere()
    const url = `http://district.example:${port}/`
    expect(refusalOfUrl(url, { allowPrivate: false, networks: [] })).toBeUndefined()
    await expect(open({ resolve: answering('127.0.0.1') })(url, {}, '')).rejects.toThrow(
      'no address on the public',
    )
    expect(reached).toEqual([])
  })

  it('never reaches where clouds keep their metadata, not even where private addresses are allowed', async () => {
    const { port } = await openEverywhere()
    const networks = async () => ['169.254.0.0/16', '100.64.0.0/10', 'fd00::/8', '0.0.0.0/0']
    for (const address of ['169.254.169.254', '100.100.100.200', '::ffff:169.254.169.254', 'fd00:ec2::254']) {
      for (const post of [
        open({ allowPrivate: true, networks, resolve: answering(address) }),
        open({ networks, resolve: answering(address) }),
      ]) {
        await expect(post(`http://a.example:${port}/`, {}, ''), address).rejects.toThrow(
          'no address on the public',
        )
      }
    }
  })

  it('sends nothing while the listed networks cannot be read', async () => {
    const { port, reached } = await openEverywhere()
    const post = open({ networks: () => Promise.reject(new Error('the store is away')) })
    await expect(post(`http://127.0.0.1:${port}/`, {}, '')).rejects.toThrow(
      /^The listed networks could not be read, so nothing is sent\.$/,
    )
    expect(reached).toEqual([])
  })
})

// A machine with loopback and public addresses alone has none to list.
describe.skipIf(listable === undefined)('a listed network', () => {
  const address = listable!
  const host = isIPv4(address ?? '') ? address : `[${address}]`
  const listed = `${address}/${lengthOf(address ?? '')}`

  it('is reached while it is listed, without a restart, as a literal and by name', async () => {
    const { port, reached } = await openEverywhere()
    let networks: string[] = []
    const post = open({ networks: async () => networks, resolve: answering(address) })
    const ask = (name: string) => post(`http://${name}:${port}/`, {}, '').then(({ status }) => status, String)
    for (const name of [host, 'office.example']) expect(await ask(name)).toContain('or in a listed network')
    expect(reached).toEqual([])
    networks = [listed]
    for (const name of [host, 'office.example']) expect(await ask(name)).toBe(200)
    expect(reached).toEqual([address, address])
    networks = []
    for (const name of [host, 'office.example']) expect(await ask(name)).toContain('or in a listed network')
    expect(reached).toHaveLength(2)
  })

  it('opens nothing to a name that answers differently a moment later', async () => {
    const { port, reached } = await openEverywhere()
    const networks = async () => [listed]
    const url = `http://office.example:${port}/`
    for (const there of ['127.0.0.1', '::1', '0.0.0.0', '::ffff:127.0.0.1']) {
      const post = open({ networks, resolve: answering(address, there) })
      expect((await post(url, {}, '')).status).toBe(200)
      await expect(post(url, {}, '')).rejects.toThrow('The host office.example has no address')
    }
    expect(new Set(reached)).toEqual(new Set([address]))
  })

  it('takes of a mixed answer the listed part', async () => {
    const { port, reached } = await openEverywhere()
    const mixed = ['127.0.0.1', '::1', address]
    const resolve = async () => mixed.map(one => ({ address: one, family: isIPv4(one) ? 4 : 6 }))
    expect(
      (await open({ networks: async () => [listed], resolve })(`http://a.example:${port}`, {}, '')).status,
    ).toBe(200)
    expect(reached).toEqual([address])
  })
})

describe('what can be listed', () => {
  it.each([
    '10.0.0.0/8',
    '10.20.0.0/16',
    '172.16.0.0/12',
    '192.168.7.0/24',
    '10.1.2.3/32',
    '100.64.0.0/10',
    'fd12:3456::/32',
    'fc00::/7',
  ])('takes %s', network => expect(refusalOfNetwork(network)).toBeUndefined())

  it.each([
    ['0.0.0.0/0', 'would take the guard away'],
    ['::/0', 'would take the guard away'],
    ['10.0.0.0/0', 'would take the guard away'],
    ['127.0.0.0/8', 'is loopback'],
    ['127.0.0.1/32', 'is loopback'],
    ['::1/128', 'is loopback'],
    ['0.0.0.0/8', 'leads to this machine itself'],
    ['64.0.0.0/2', 'is loopback'],
    ['169.254.169.254/32', 'hands the secrets of a machine'],
    ['169.254.0.0/16', 'is link-local'],
    ['160.0.0.0/4', 'is link-local'],
    ['100.100.100.200/32', 'where a cloud hands the secrets of a machine'],
    ['fd00:ec2::254/128', 'where a cloud hands the secrets of a machine'],
    ['fe80::/10', 'is link-local'],
    ['224.0.0.0/4', 'multicast'],
    ['255.255.255.255/32', 'multicast or reserved'],
    ['::ffff:10.0.0.0/104', 'carries an IPv4 address inside'],
    ['64:ff9b::/96', 'carries an IPv4 address inside'],
    ['2002::/16', 'carries an IPv4 address inside'],
    ['8.8.8.0/24', 'needs no listing'],
    ['8.0.0.0/6', 'is not within a closed network'],
    ['172.0.0.0/8', 'is not within a closed network'],
    ['2400::/12', 'needs no listing'],
    ['10.20.3.4/16', 'give 10.20.0.0/16 if the whole network is meant'],
    ['10.20.0.0', 'is no network'],
    ['10.20/16', 'is no network'],
    ['012.20.0.0/16', 'is no network'],
    ['0x0a.0.0.0/8', 'is no network'],
    ['fd00::1%lo/128', 'is no network'],
    ['10.0.0.0/33', 'is no network'],
    ['10.0.0.0/-1', 'is no network'],
    ['intranet.example/16', 'is no network'],
    ['', 'is no network'],
  ])('refuses %s', (network, why) => expect(refusalOfNetwork(network)).toMatch(new RegExp(why)))
})
