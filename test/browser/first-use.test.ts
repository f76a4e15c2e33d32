import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyNot } from './support/chromium.ts'
import { openEmptyScene, type Scene } from './support/scene.ts'

const reason = whyNot()

describe.skipIf(reason !== undefined)('an empty service in a browser', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openEmptyScene()
  })
  afterAll(() => scene?.close())

  for (const role of ['analyst', 'reviewer', 'supervisor', 'auditor', 'operator']) {
    it(`greets the ${role} with what to do`, async () => {
      const { page, faults, close } = await scene.enter(role)
      await page.getByText('还没有任何数据').waitFor()
      expect(await page.textContent('#content')).toContain('dianshao -- import')
      expect(faults).toEqual([])
      await close()
    })
  }

  it('says to a district that nothing was told to it', async () => {
    const { page, faults, close } = await scene.enter('district')
    await page.locator('.lanes').getByText('暂无内容').first().waitFor()
    expect(faults).toEqual([])
    await close()
  })
})
