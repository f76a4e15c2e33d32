import { afterAll, beforeAll, describe } from 'vitest'
import { journeys } from './journeys.ts'
import { manners } from './manners.ts'
import { pricingJourneys } from './pricing-journey.ts'
import { roomsJourneys } from './rooms-journey.ts'
import { whyNot } from './support/chromium.ts'
import { openScene, type Scene } from './support/scene.ts'

const reason = whyNot()
if (reason) console.log(reason)

describe.skipIf(reason !== undefined)('the console in a browser', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene?.close())

  describe('journeys', () => journeys(() => scene))
  describe('journeys in the rooms of those who run it', () => roomsJourneys(() => scene))
  describe('pricing', () => pricingJourneys(() => scene))
  describe('manners', () => manners(() => scene))
})
