import type { Reporter, TestCase, TestModule } from 'vitest/node'

interface Count {
  passed: number
  failed: number
  skipped: number
}

/** Before the closing line of a run: one line for each adapter, `history on InfluxDB: N passed, …`. */
export const adapterLines: Reporter = {
  onTestRunEnd(modules) {
    for (const [name, { passed, failed, skipped }] of [...countsOf(modules)].sort())
      console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  },
}

const countsOf = (modules: readonly TestModule[]): Map<string, Count> => {
  const counts = new Map<string, Count>()
  const add = (name: string, what: keyof Count): void => {
    const count = counts.get(name) ?? { passed: 0, failed: 0, skipped: 0 }
    count[what]++
    counts.set(name, count)
  }
  for (const module of modules) {
    if (module.errors().length > 0) add(module.relativeModuleId, 'failed')
    for (const test of module.children.allTests()) add(adapterOf(test), stateOf(test))
  }
  return counts
}

/** A suite is named by its port and adapter: `the reading history on InfluxDB`. */
const adapterOf = (test: TestCase): string => {
  let suite = test.parent
  if (suite.type === 'module') return suite.relativeModuleId
  while (suite.parent.type === 'suite') suite = suite.parent
  return suite.name.replace(/^the (reading )?/, '')
}

const stateOf = (test: TestCase): keyof Count => {
  const { state } = test.result()
  return state === 'pending' ? 'skipped' : state
}
