import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EngineError } from '../../services/adapters/engine-error.ts'
import { openInfluxHistory } from '../../services/adapters/history/index.ts'
import { testBucket } from './support/influx.ts'

const SENTENCE = /^[^\n]+\.$/

const refusal = async (options: Parameters<typeof openInfluxHistory>[0]): Promise<string> => {
  const error = await openInfluxHistory(options).then(
    () => undefined,
    (failure: unknown) => failure,
  )
  expect(error).toBeInstanceOf(EngineError)
  const { message } = error as EngineError
  expect(message).toMatch(SENTENCE)
  return message
}

/** A server that answers everything with these headers; it is put away when the test ends. */
const serverOf = async (headers: Record<string, string>): Promise<string> => {
  const server = createServer((_, response) => response.writeHead(204, headers).end())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const PLACE = { url: 'http://127.0.0.1:9', token: 't', org: 'o', bucket: 'b' }

describe('opening the reading history on InfluxDB', () => {
  it('says that the server cannot be reached', async () => {
    expect(await refusal(PLACE)).toMatch(
      /^DIANSHAO_INFLUX_URL http:\/\/127.0.0.1:9 cannot be reached \(ECONN/,
    )
  })

  it('says that the address will not do', async () => {
    expect(await refusal({ ...PLACE, url: 'ftp://127.0.0.1' })).toMatch(/^DIANSHAO_INFLUX_URL ftp:/)
  })

  it.each(['1.8.10', 'v1.11.8', '3.4.0', ''])('refuses a server of version "%s"', async version => {
    const url = await serverOf(version === '' ? {} : { 'x-influxdb-version': version })
    const message = await refusal({ ...PLACE, url })
    expect(message).toContain('DIANSHAO_INFLUX_URL')
    expect(message).toContain('needs InfluxDB 2')
    expect(message).toContain(version)
  })

  it('says that the token is unknown', async () => {
    const { place } = await testBucket()
    expect(await refusal({ ...place, token: 'nobody' })).toMatch(/^DIANSHAO_INFLUX_TOKEN is not/)
  })

  it('says what the token may not do', async () => {
    const { place, tokenFor } = await testBucket()
    const reading = await tokenFor(['read'])
    const writing = await tokenFor(['write'])
    expect(await refusal({ ...place, token: reading })).toMatch(/^DIANSHAO_INFLUX_TOKEN may not write/)
    expect(await refusal({ ...place, token: writing })).toMatch(/^DIANSHAO_INFLUX_TOKEN may not read/)
  })

  it('is content with a token for the bucket alone', async () => {
    const { open, tokenFor } = await testBucket()
    const history = await open({ token: await tokenFor(['read', 'write']) })
    expect(await history.window('P1', 0, 20_000)).toEqual([])
  })

  it('says that the organization is unknown', async () => {
    const { place } = await testBucket()
    expect(await refusal({ ...place, org: 'nobody' })).toMatch(/^DIANSHAO_INFLUX_ORG "nobody"/)
  })

  it('says that the bucket is missing, and how to create it', async () => {
    const { place } = await testBucket()
    const message = await refusal({ ...place, bucket: 'nowhere' })
    expect(message).toMatch(/^DIANSHAO_INFLUX_BUCKET "nowhere" does not exist/)
    expect(message).toContain('influx bucket create')
  })
})
