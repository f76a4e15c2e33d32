import { inject } from 'vitest'

/** Where the servers of a test run are. */
export interface Engines {
  readonly kafka: { readonly brokers: string[] }
  readonly influx: { readonly url: string; readonly org: string; readonly token: string }
  /** A database in which others may be made */
  readonly postgres: { readonly url: string }
}

declare module 'vitest' {
  interface ProvidedContext {
    engines: Engines
  }
}

/** The servers that `start-engines.ts` found or started for this run. */
export const engines = (): Engines => inject('engines')
