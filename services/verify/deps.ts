import type { Detector } from '../../detectors/index.ts'
import type { RebuildDeps } from '../process/index.ts'

/** What a verification works with: all of it is only read. */
export interface VerifyDeps extends RebuildDeps {
  readonly detectors: readonly Detector[]
}
