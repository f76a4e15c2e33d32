import { describe, expect, it } from 'vitest'
import { Alert, PayloadType } from '../../schemas/alert.ts'
import { ALERT_EXAMPLES } from '../../schemas/alert-examples.ts'
import { testOffice } from '../services/api/office.ts'

describe('examples of alerts', () => {
  it.each(PayloadType.options)('hold one of %s, as the contract says', type => {
    const example = ALERT_EXAMPLES[type]
    expect(example.type).toBe(type)
    expect(Alert.parse(JSON.parse(JSON.stringify(example)))).toEqual(example)
  })

  it('are served without a token, with the contract, under an address of their version', async () => {
    const { api } = await testOffice()
    const contract = await api.inject('/schemas/alert/v1/schema.json')
    expect(contract.statusCode).toBe(200)
    expect(contract.headers['content-type']).toContain('application/schema+json')
    const { $id, $schema, $defs, examples } = contract.json()
    const { oneOf } = $defs.Alert
    expect($id).toBe('/schemas/alert/v1/schema.json')
    expect($schema).toContain('2020-12')
    expect(
      oneOf.map((one: { properties: { type: { const: string } } }) => one.properties.type.const),
    ).toEqual(PayloadType.options)
    expect(examples).toEqual(Object.values(ALERT_EXAMPLES))
    for (const type of PayloadType.options) {
      const answer = await api.inject(`/schemas/alert/v1/examples/${type}.json`)
      expect(answer.json()).toEqual(ALERT_EXAMPLES[type])
    }
    expect((await api.inject('/schemas/alert/v1/examples/case.lost.json')).statusCode).toBe(404)
  })
})
