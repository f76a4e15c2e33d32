import { dayStartMs, MS_PER_MINUTE, shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { District, Enterprise } from './district.ts'
import { type Delivery, spoil } from './flaws.ts'

/** Meters report hundredths. */
const hundredths = (value: number): number => Math.round(value * 100) / 100

const readingAt = ({ meter, curve }: Enterprise, index: number, at: string): Reading => ({
  meterId: meter.meterId,
  at,
  kw: hundredths(curve.kw[index]!),
  kvar: curve.kvar && hundredths(curve.kvar[index]!),
})

/** All deliveries of a flawed meter by time of arrival; null for a meter in order. */
const flawedDeliveries = (enterprise: Enterprise, firstMs: number): readonly Delivery[] | null => {
  if (!enterprise.flaw) return null
  const stepMs = enterprise.curve.intervalMinutes * MS_PER_MINUTE
  const deliveries = Array.from(enterprise.curve.kw, (_, i) => {
    const arrivesMs = firstMs + (i + 1) * stepMs
    return { reading: readingAt(enterprise, i, shanghaiText(arrivesMs)), arrivesMs }
  })
  return spoil(enterprise.flaw.kind, deliveries, firstMs)
}

/**
 * The readings of a district in the order of their arrival: by time over all meters, each at the end of its
 * interval, but for the flaws the entries name (late, doubled, revised, wrongly timed).
 */
export function* readings(district: District): Generator<Reading> {
  const firstMs = dayStartMs(district.firstDay)
  const endMs = dayStartMs(district.firstDay + district.days)
  const senders = district.enterprises.map(enterprise => ({
    enterprise,
    flawed: flawedDeliveries(enterprise, firstMs),
    next: 0,
  }))
  for (let atMs = firstMs + 15 * MS_PER_MINUTE; atMs <= endMs; atMs += 15 * MS_PER_MINUTE) {
    const at = shanghaiText(atMs)
    for (const sender of senders) {
      if (sender.flawed) {
        while (sender.flawed[sender.next] && sender.flawed[sender.next]!.arrivesMs <= atMs) {
          yield sender.flawed[sender.next++]!.reading
        }
      } else if ((atMs - firstMs) % (sender.enterprise.curve.intervalMinutes * MS_PER_MINUTE) === 0) {
        yield readingAt(sender.enterprise, sender.next++, at)
      }
    }
  }
}

const COLUMNS =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes,supply_unit'

/** The registry as a CSV file, in the columns that `backtest --meters` reads. No field holds a comma. */
export const registryCsv = ({ meters }: { readonly meters: readonly Meter[] }): string => {
  const lines = meters.map(meter =>
    [
      meter.meterId,
      meter.customerId,
      meter.customerName,
      meter.districtCode,
      meter.industryCode,
      meter.contractKva,
      meter.voltageKv,
      meter.intervalMinutes,
      meter.licensedProcesses.join(';'),
      meter.supplyUnit,
    ].join(','),
  )
  return `${[COLUMNS, ...lines].join('\n')}\n`
}
