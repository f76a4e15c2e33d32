export {
  type EmbeddedReader,
  FolderError,
  makeWritable,
  openEmbedded,
  openEmbeddedReader,
} from './embedded.ts'
export { EngineError } from './engine-error.ts'

import type { EnginePorts } from './engines.ts'
import type { ReadPorts } from './ports.ts'
import type { ScratchEngines } from './scratch-engines.ts'

export type { EnginePorts } from './engines.ts'
export type { Ports, ReadPorts } from './ports.ts'
export type { ScratchEngines } from './scratch-engines.ts'
export type { WorkCounts } from './work-counts.ts'

type Engines = typeof import('./engines.ts')

// Their clients are loaded only where they serve.

export const openEngines = async (...options: Parameters<Engines['openEngines']>): Promise<EnginePorts> =>
  (await import('./engines.ts')).openEngines(...options)

export const openEnginesReader = async (
  ...options: Parameters<Engines['openEnginesReader']>
): Promise<ReadPorts> => (await import('./engines.ts')).openEnginesReader(...options)

export const makeScratchEngines = async (
  ...options: Parameters<typeof import('./scratch-engines.ts')['makeScratchEngines']>
): Promise<ScratchEngines> => (await import('./scratch-engines.ts')).makeScratchEngines(...options)
