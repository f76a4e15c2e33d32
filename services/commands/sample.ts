import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { dayOf } from '../../schemas/day.ts'
import { type District, makeDistrict, readings, registryCsv } from '../simulator/index.ts'
import { CommandError } from './command-error.ts'
import { DEMO_DAYS, DEMO_SEED } from './demo.ts'

const LINES_PER_CHUNK = 2_000

/**
 * Writes the demo's invented district as files to import, its five weeks ending the day before yesterday. Throws
 * CommandError when the folder cannot be written.
 */
export const sample = async (folder: string, nowMs: number, print: (line: string) => void): Promise<void> => {
  const district = makeDistrict({
    seed: DEMO_SEED,
    firstDay: dayOf(nowMs) - DEMO_DAYS - 1,
    days: DEMO_DAYS,
  })
  const [meters, curves] = [join(folder, 'meters.csv'), join(folder, 'readings.csv.gz')]
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(meters, registryCsv(district))
    await pipeline(Readable.from(lines(district)), createGzip(), createWriteStream(curves))
  } catch (error) {
    throw new CommandError(`${folder} cannot be written (${(error as Error).message}): name another folder.`)
  }
  print(`${district.meters.length} invented enterprises over ${DEMO_DAYS} days: ${meters} and ${curves}.`)
}

function* lines(district: District): Generator<string> {
  let text = 'meter_id,ts,kw,kvar,revision\n'
  let count = 0
  for (const { meterId, at, kw, kvar, revision } of readings(district)) {
    text += `${meterId},${at},${kw},${kvar ?? ''},${revision ?? 0}\n`
    count += 1
    if (count % LINES_PER_CHUNK !== 0) continue
    yield text
    text = ''
  }
  yield text
}
