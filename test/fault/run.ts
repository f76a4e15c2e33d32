import { parseArgs } from 'node:util'
import { type Story, tellStories } from './support/story.ts'

/**
 * Kills the service at moments drawn from seeds, some with a power cut, and looks for what was lost.
 * `--seeds N` stories from `--from SEED` on; ends with 1 and the seeds to repeat when the promise was broken.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, from: { type: 'string', default: '1' } },
})
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.from) + i)

const whole = (value: number): string => Math.round(value).toLocaleString('en')

const lineOf = ({ seed, kills, recoveriesMs, acknowledged, wrong }: Story): string => {
  const fallen = kills.map(({ moment, requests, delayMs, bytesCut }) => {
    const place = moment === 'starting' ? moment : `${moment} ${requests}`
    return `${place} +${whole(delayMs)} ms${bytesCut === undefined ? '' : `, cut ${whole(bytesCut)} B`}`
  })
  const recovered = recoveriesMs.map(whole).join(', ')
  const end = wrong === undefined ? 'kept' : 'BROKEN'
  return `seed ${seed}: ${fallen.join('; ')}; up in ${recovered} ms; ${whole(acknowledged)} acknowledged; ${end}`
}

const stories = await tellStories(seeds, story => console.log(lineOf(story)))

const kills = stories.flatMap(story => story.kills)
const cuts = kills.flatMap(({ bytesCut }) => bytesCut ?? [])
const add = (list: readonly number[]): string => whole(list.reduce((total, one) => total + one, 0))
const at = (moment: string): number => kills.filter(kill => kill.moment === moment).length
const faults = stories.map(story => story.faults)

console.log(`
seeds                        ${seeds.length}
kills while starting         ${at('starting')}
kills during intake          ${at('intake')}
kills after all acknowledged ${at('after')}
readings acknowledged        ${add(stories.map(({ acknowledged }) => acknowledged))} (those sent again included)
lost                         ${add(faults.map(({ lost }) => lost))}
doubled                      ${add(faults.map(({ doubled }) => doubled))}
torn days                    ${add(faults.map(({ torn }) => torn))}
log cuts                     ${cuts.length}, ${cuts.filter(bytes => bytes > 0).length} of them into frames
bytes cut                    ${add(cuts)}
slowest recovery             ${whole(Math.max(0, ...stories.flatMap(({ recoveriesMs }) => recoveriesMs)))} ms`)

for (const { wrong } of stories) {
  if (wrong === undefined) continue
  console.log(`\n${wrong}`)
  process.exitCode = 1
}
