import { defineConfig } from 'vitest/config'
import { adapterLines } from './test/engines/support/adapter-lines.ts'
import { faultsOf } from './test/engines/support/fault-settings.ts'

const common = {
  pool: 'forks' as const,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  execArgv: ['--disable-warning=ExperimentalWarning'],
}

/**
 * Tests on real Kafka, InfluxDB and PostgreSQL: they run only when asked. Those that kill servers and workers run
 * after the others, alone and one at a time.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/engines/support/start-engines.ts'],
    reporters: ['default', adapterLines, './test/closing-line.ts'],
    provide: { faults: faultsOf(process.env) },
    projects: [
      {
        test: {
          ...common,
          name: 'engines',
          include: ['test/engines/**/*.test.ts'],
          exclude: ['test/engines/faults/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'faults',
          include: ['test/engines/faults/**/*.test.ts'],
          maxWorkers: 1,
          testTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
