import { HttpError } from '@influxdata/influxdb-client'
import { EngineError } from '../../engine-error.ts'
import type { Connection, InfluxPlace } from './connection.ts'

/** Finds out whether a server can be used as it is set up. Throws EngineError with a sentence when not. */
export const checkPlace = async (
  connection: Connection,
  place: InfluxPlace,
  timeoutMs: number,
): Promise<void> => {
  const ask = (method: 'GET' | 'POST', path: string) => connection.request({ method, path, timeoutMs })
  await checkVersion(connection, place.url, timeoutMs)
  const { org, bucket } = place
  const query = new URLSearchParams({ org, name: bucket })
  const found = await ask('GET', `/api/v2/buckets?${query}`).catch(refusal(place))
  if (!isListed(found)) {
    throw new EngineError(`DIANSHAO_INFLUX_TOKEN may not read the bucket "${bucket}".`)
  }
  await ask('POST', writePath(place)).catch(refusal(place))
}

export const writePath = ({ org, bucket }: InfluxPlace): string =>
  `/api/v2/write?${new URLSearchParams({ org, bucket, precision: 'ns' })}`

const checkVersion = async (connection: Connection, url: string, timeoutMs: number): Promise<void> => {
  let version = ''
  const onHeaders = (headers: Record<string, string | string[] | undefined>): void => {
    version = String(headers['x-influxdb-version'] ?? '')
  }
  try {
    await connection.request({ method: 'GET', path: '/ping', timeoutMs, onHeaders })
  } catch (error) {
    if (!(error instanceof HttpError)) {
      throw new EngineError(`DIANSHAO_INFLUX_URL ${url} cannot be reached (${reasonOf(error)}).`)
    }
    version ||= String(error.headers?.['x-influxdb-version'] ?? '')
  }
  if (/^v?2\./.test(version)) return
  const found = version === '' ? 'does not say that it is InfluxDB' : `is InfluxDB ${version}`
  throw new EngineError(`DIANSHAO_INFLUX_URL ${url} ${found}: Dianshao needs InfluxDB 2.`)
}

const isListed = (answer: unknown): boolean =>
  ((answer as { buckets?: unknown[] } | undefined)?.buckets ?? []).length > 0

const refusal =
  ({ url, org, bucket }: InfluxPlace) =>
  (error: unknown): never => {
    if (!(error instanceof HttpError)) {
      throw new EngineError(`DIANSHAO_INFLUX_URL ${url} cannot be reached (${reasonOf(error)}).`)
    }
    const { statusCode, body = '' } = error
    if (statusCode === 401) throw new EngineError('DIANSHAO_INFLUX_TOKEN is not a token that InfluxDB knows.')
    if (statusCode === 403)
      throw new EngineError(`DIANSHAO_INFLUX_TOKEN may not write the bucket "${bucket}".`)
    if (statusCode === 404 && body.includes('organization')) {
      throw new EngineError(`DIANSHAO_INFLUX_ORG "${org}" is no organization that InfluxDB knows.`)
    }
    if (statusCode === 404) {
      throw new EngineError(
        `DIANSHAO_INFLUX_BUCKET "${bucket}" does not exist: create it, for example by influx bucket create --org ${org} --name ${bucket}.`,
      )
    }
    throw new EngineError(`DIANSHAO_INFLUX_URL ${url} answers ${statusCode}: ${body.trim()}`)
  }

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
