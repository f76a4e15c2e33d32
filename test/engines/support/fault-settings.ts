/** What the fault tests of a run are told: each seed is a story of its own, which it tells again and again. */
export interface FaultSettings {
  readonly seeds: readonly number[]
  /** Commands by the variables that name them */
  readonly controls: Readonly<Record<string, string | undefined>>
  /** Whether a test that cannot run has failed */
  readonly isRequired: boolean
}

declare module 'vitest' {
  interface ProvidedContext {
    faults: FaultSettings
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** `FAULT_SEEDS`: seeds with commas between; the first alone unless told. */
export const faultsOf = (environment: Environment): FaultSettings => {
  const { FAULT_SEEDS = '1', KAFKA_CONTROL, INFLUX_CONTROL, POSTGRES_CONTROL } = environment
  return {
    seeds: FAULT_SEEDS.split(',').map(Number),
    controls: { KAFKA_CONTROL, INFLUX_CONTROL, POSTGRES_CONTROL },
    isRequired: environment.DIANSHAO_ENGINES === 'required',
  }
}
