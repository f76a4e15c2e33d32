import type { Case } from '../../schemas/case.ts'
import { TOPICS } from '../../schemas/topic.ts'
import type { ScratchEngines } from '../adapters/index.ts'

const DAYS_SHOWN = 5

/** What stands on the servers after the demo: topics with their offsets, and a query anybody may ask of InfluxDB. */
export const engineLines = async (engines: ScratchEngines, cases: readonly Case[]): Promise<string[]> => [
  '\n7. On Kafka:',
  ...(await topicLines(engines)),
  ...(await fluxLines(engines, cases)),
]

const topicLines = ({ config, ends }: ScratchEngines): Promise<string[]> =>
  Promise.all(
    Object.values(TOPICS).map(async topic => {
      const offsets = [...(await ends(topic))]
        .sort(([a], [b]) => a - b)
        .map(([p, { low, high }]) => `${p}: ${low}–${high}`)
      return `   ${config.DIANSHAO_KAFKA_TOPIC_PREFIX}${topic}, offsets by partition ${offsets.join(', ')}`
    }),
  )

const fluxLines = async ({ config, flux }: ScratchEngines, cases: readonly Case[]): Promise<string[]> => {
  const [charge] = cases[0]?.charges ?? []
  if (!charge) return []
  const query = [
    `from(bucket: "${config.DIANSHAO_INFLUX_BUCKET}")`,
    `  |> range(start: -40d)`,
    `  |> filter(fn: (r) => r._measurement == "day" and r._field == "kwh" and r.point == ${JSON.stringify(charge.pointId)})`,
    `  |> tail(n: ${DAYS_SHOWN})`,
  ]
  const rows = (await flux(query.join('\n'))).split('\r\n').filter(row => row !== '')
  const header = rows[0]?.split(',') ?? []
  const [time, value] = [header.indexOf('_time'), header.indexOf('_value')]
  return [
    '\n   In InfluxDB, the last days of the strongest suspect in kWh (a day begins at 16:00 UTC), asked in Flux:',
    ...query.map(line => `     ${line}`),
    ...rows
      .slice(1)
      .map(row => `   ${row.split(',')[time]}  ${Number(row.split(',')[value]).toFixed(1)} kWh`),
  ]
}
