import { parseArgs } from 'node:util'
import { KILLS_PER_STORY } from './support/delivery/plan.ts'
import { type DeliveryStory, tellDeliveryStories } from './support/delivery/story.ts'

/**
 * Kills the service at points of release and delivery drawn from seeds, and looks for cases and alerts without each
 * other. `--kills N` in all, of seeds from `--from SEED` on; ends with 1 and the seeds to repeat when the promise was
 * broken.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, from: { type: 'string', default: '1' } },
})
const seeds = Array.from(
  { length: Math.ceil(Number(values.kills) / KILLS_PER_STORY) },
  (_, i) => Number(values.from) + i,
)

const lineOf = ({ seed, kills, released, repeated, wrong }: DeliveryStory): string =>
  `seed ${seed}: ${kills.join(', ')}; ${released} released, ${repeated} sent again; ${wrong === undefined ? 'kept' : `BROKEN: ${wrong}`}`

const stories = await tellDeliveryStories(seeds, story => console.log(lineOf(story)))

const sum = (of: (story: DeliveryStory) => number): number =>
  stories.reduce((total, story) => total + of(story), 0)
const at = (point: string): number => sum(({ kills }) => kills.filter(one => one === point).length)

console.log(`
kills                        ${sum(({ kills }) => kills.length)}
while starting               ${at('starting')}
between releases             ${at('releasing')}
with a request on its way    ${at('sending')}
answered, not written down   ${at('answered')}
cases released               ${sum(({ released }) => released)}
released without an alert    ${sum(({ faults }) => faults.releasedWithoutAlert)}
alerts without a case        ${sum(({ faults }) => faults.alertsWithoutCase)}
releases lost                ${sum(({ faults }) => faults.releasesLost)}
effects that are not one     ${sum(({ faults }) => faults.effectsNotOne)}
requests sent again          ${sum(({ repeated }) => repeated)}`)

for (const { wrong } of stories) {
  if (wrong === undefined) continue
  console.log(`\n${wrong}`)
  process.exitCode = 1
}
