import { parseArgs } from 'node:util'
import { benchAlerts } from './alerts.ts'
import { benchCaseList } from './case-list.ts'
import { benchConsole } from './console.ts'
import { benchDetection } from './detection.ts'
import { benchEngines } from './engines.ts'
import { benchExport } from './export-million.ts'
import { benchHistory } from './history.ts'
import { benchImport } from './import-file.ts'
import { benchIntake } from './intake.ts'
import { benchLoad } from './load.ts'
import { benchLookAlikes } from './look-alikes.ts'
import type { Figure } from './measure.ts'
import { benchMemory } from './memory.ts'
import { benchPricing } from './pricing.ts'
import { benchReplay } from './replay.ts'

/**
 * `npm run bench` measures everything; `npm run bench -- intake load` only that; `npm run bench -- import
 * --gigabytes 2` one file of that size.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { gigabytes: { type: 'string', default: '0.1' } },
})

const benches: Record<string, () => Promise<Figure[]>> = {
  detection: benchDetection,
  intake: benchIntake,
  history: benchHistory,
  load: benchLoad,
  memory: benchMemory,
  'look-alikes': benchLookAlikes,
  import: () => benchImport(Number(values.gigabytes)),
  replay: benchReplay,
  engines: benchEngines,
  'case-list': benchCaseList,
  'export-million': benchExport,
  pricing: benchPricing,
  alerts: benchAlerts,
  console: benchConsole,
}

/** Prints what was measured on this machine, each figure beside the aim or a bare loop in the same run. */
const print = ({ what, value, beside }: Figure): void =>
  console.log(`${what.padEnd(52)} ${value}\n${''.padEnd(52)} (${beside})`)

for (const name of positionals) {
  if (!benches[name])
    throw new Error(`There is no bench ${name}: choose of ${Object.keys(benches).join(', ')}.`)
}
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  for (const figure of await bench()) print(figure)
}
