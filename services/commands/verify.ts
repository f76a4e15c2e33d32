import { detectors } from '../../detectors/index.ts'
import { type Config, usesEngines } from '../../schemas/config.ts'
import type { Language } from '../../schemas/finding.ts'
import type { Verdict } from '../../schemas/verification.ts'
import { openEmbeddedReader, openEnginesReader, type ReadPorts } from '../adapters/index.ts'
import { createCalendar } from '../calendar/index.ts'
import { createRegistryView } from '../registry/index.ts'
import { verificationLines, verifyCase } from '../verify/index.ts'
import { createWatchView } from '../watch/index.ts'
import { CommandError } from './command-error.ts'

export interface VerifyOptions {
  readonly lang: Language
  readonly json?: boolean
}

/** The exit code of a verification that cannot be done. */
export const CANNOT = 2

const EXIT_CODES: Readonly<Record<Verdict, number>> = { identical: 0, different: 1, cannot: CANNOT }

/**
 * Verifies a case, named by number or id, in the data folder or on the servers of a configuration, and prints what came
 * of it. Writes nothing. Answers the exit code. Throws CommandError, FolderError or EngineError with a sentence.
 */
export const verify = async (
  config: Config,
  name: string,
  { lang, json }: VerifyOptions,
  print: (line: string) => void,
): Promise<number> => {
  const { db, history, close } = await openStores(config)
  try {
    const watch = createWatchView()
    const registry = createRegistryView(db, { beside: watch.refresh })
    await registry.refresh()
    const calendar = createCalendar()
    const deps = { db, history, registry, watch, calendar, detectors }
    const verification = await verifyCase(name, deps)
    if (!verification) throw new CommandError(`There is no case ${name}.`)
    if (json) print(JSON.stringify(verification, null, 2))
    else for (const line of verificationLines(verification, lang)) print(line)
    return EXIT_CODES[verification.verdict]
  } finally {
    await close()
  }
}

const openStores = async (config: Config): Promise<ReadPorts> =>
  usesEngines(config) ? openEnginesReader(config) : openEmbeddedReader(config.DIANSHAO_DATA)
