import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ANSWERS } from '../../../services/api/examples.ts'
import { type Office, openOffice } from './office.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
interface Schema {
  readonly $ref?: string
  readonly anyOf?: Schema[]
  readonly format?: string
  readonly description?: string
}
interface Media {
  readonly schema: Schema
  readonly example?: Json
}
type Content = Record<string, Media>
interface Operation {
  readonly operationId?: string
  readonly tags?: string[]
  readonly summary?: string
  readonly parameters?: { name: string; in: string; required?: boolean; schema: Schema; example?: Json }[]
  readonly requestBody?: { content: Content }
  readonly responses: Record<string, { description: string; content?: Content }>
  readonly security?: object[]
}

let office: Office
let document: {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json> }
}

beforeAll(async () => {
  office = await openOffice()
  document = (await office.api.inject('/openapi.json')).json()
})

afterAll(() => office.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )

const placeOf = ({ path, method }: { path: string; method: string }) => `${method.toUpperCase()} ${path}`

const bodies = () =>
  operations().flatMap(one =>
    Object.entries(one.operation.requestBody?.content ?? {}).map(([type, media]) => ({
      ...{ place: placeOf(one), type, media },
    })),
  )

const answers = () =>
  operations().flatMap(one =>
    Object.entries(one.operation.responses).flatMap(([status, { content = {} }]) =>
      Object.entries(content).map(([type, media]) => ({ place: `${placeOf(one)} ${status}`, type, media })),
    ),
  )

/** The schemas a body or answer is one of, by name. */
const namesIn = ({ $ref, anyOf = [] }: Schema): string[] =>
  $ref ? [$ref.split('/').at(-1)!] : anyOf.flatMap(namesIn)

const examplesOf = (name: string): Json[] => {
  const schema = document.components.schemas[name] as { examples?: Json[] } | undefined
  return schema?.examples ?? []
}

const IDS: ReadonlyMap<string, z.ZodType> = z.globalRegistry._idmap as never

/** What a body or answer lacks: undefined when its every schema has an example, or bytes a description. */
const lackOf = ({ schema, example }: Media): string | undefined => {
  if (example !== undefined || (schema.format === 'binary' && schema.description)) return undefined
  const names = namesIn(schema)
  if (names.length === 0) return 'an example'
  const bare = names.filter(name => examplesOf(name).length === 0)
  return bare.length > 0 ? `an example of ${bare.join(', ')}` : undefined
}

const nodes = function* (node: Json): Generator<{ [key: string]: Json }> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node
  for (const child of Object.values(node)) yield* nodes(child)
}

/** The routes of version 1 in the tree that the server prints, HEAD left out. */
const routesOf = (tree: string): string[] => {
  const above: string[] = []
  return tree.split('\n').flatMap(line => {
    const [, indent, segment, methods] = /^([│ ]*)[└├]── (\S+) \((.+)\)$/.exec(line) ?? []
    if (indent === undefined || segment === undefined || methods === undefined) return []
    const depth = indent.length / 4
    above[depth] = (above[depth - 1] ?? '') + segment
    const path = above[depth].replace(/:(\w+)/g, '{$1}')
    if (!path.startsWith('/v1/')) return []
    return methods.split(', ').flatMap(method => (method === 'HEAD' ? [] : [`${method} ${path}`]))
  })
}

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 with a title and a version', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  })

  it('names every route', () => {
    const named = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(named.toSorted()).toEqual(routesOf(office.api.printRoutes({ commonPrefix: false })).toSorted())
    expect(named).toContain('POST /v1/cases/{id}/release')
  })

  it('describes every route with a summary, its path’s parameters and an answer', () => {
    for (const { path, method, operation } of operations()) {
      const place = `${method} ${path}`
      expect(operation.summary, place).toMatch(/\S/)
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
      const given = (operation.parameters ?? []).filter(parameter => parameter.in === 'path')
      expect(
        given.map(({ name }) => name),
        place,
      ).toEqual(named)
      expect(
        given.every(({ required }) => required === true),
        place,
      ).toBe(true)
      expect(Object.keys(operation.responses).length, place).toBeGreaterThan(0)
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status, place).toMatch(/^([1-5]\d\d|default)$/)
        expect(typeof answer.description, place).toBe('string')
      }
    }
  })

  it('has no reference that leads nowhere, and every reference is a schema', () => {
    const references = [...nodes(document as unknown as Json)].flatMap(node =>
      typeof node.$ref === 'string' ? [node.$ref] : [],
    )
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) {
      const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1]
      expect(document.components.schemas, reference).toHaveProperty([name ?? reference])
    }
  })

  it('writes null as JSON Schema 2020-12 does, not as OpenAPI 3.0 did', () => {
    for (const node of nodes(document as unknown as Json)) {
      expect(Object.keys(node)).not.toContain('nullable')
      if ('exclusiveMinimum' in node) expect(typeof node.exclusiveMinimum).toBe('number')
    }
  })

  it('tells what the intake routes take', () => {
    const paths = ['/v1/readings', '/v1/registry', '/v1/imports', '/v1/imports/preview', '/v1/watch/import']
    for (const path of [...paths, '/v1/cases/{id}/files']) {
      expect(document.paths[path]?.post?.requestBody, path).toBeDefined()
    }
  })

  it('tells that errors are problems', () => {
    for (const { path, method, operation } of operations()) {
      const problems = Object.values(operation.responses).filter(
        answer => answer.content && 'application/problem+json' in answer.content,
      )
      expect(problems.length, `${method} ${path}`).toBeGreaterThan(0)
    }
  })
})

describe('what a reader goes by', () => {
  it('is a tag, a summary and a name of its own for every operation', () => {
    const lacks = operations().flatMap(one => {
      const { tags = [], summary, operationId } = one.operation
      return tags.length > 0 && summary && operationId ? [] : [placeOf(one)]
    })
    expect(lacks).toEqual([])
    const names = operations().map(({ operation }) => operation.operationId)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('is an example of every body and of every answer', () => {
    const lacks = [...bodies(), ...answers()].flatMap(({ place, type, media }) => {
      const lack = lackOf(media)
      return lack ? [`${place} ${type} lacks ${lack}`] : []
    })
    expect(lacks).toEqual([])
  })

  it('is an answer that is described, of every operation', () => {
    const lacks = operations().filter(({ operation }) => {
      const good = Object.entries(operation.responses).filter(([status]) => /^[23]/.test(status))
      return !good.some(([status, { content }]) => content !== undefined || ['204', '302'].includes(status))
    })
    expect(lacks.map(placeOf)).toEqual([])
  })

  it('is examples of bodies that their schemas take', () => {
    const names = new Set(bodies().flatMap(({ media }) => namesIn(media.schema)))
    expect(names.size).toBeGreaterThan(20)
    for (const name of names) {
      const schema = IDS.get(name.replace(/Input$/, ''))!
      for (const example of examplesOf(name)) {
        expect(schema.safeParse(example).error, name).toBeUndefined()
        expect(schema.parse(example), name).toMatchObject(example as object)
      }
    }
  })

  it('is examples of answers that say just what their schemas say', () => {
    const names = new Set(answers().flatMap(({ media }) => namesIn(media.schema)))
    const wrong = [...names].flatMap(name =>
      examplesOf(name)
        .flatMap(example => IDS.get(name)!.safeParse(example).error?.issues ?? [])
        .map(issue => ({ name, ...issue })),
    )
    expect(wrong).toEqual([])
    for (const name of names) {
      for (const example of examplesOf(name)) expect(IDS.get(name)!.parse(example), name).toEqual(example)
    }
    expect(Object.keys(ANSWERS).filter(name => !names.has(name))).toEqual([])
  })

  it('is an example of every day that is asked for', () => {
    const lacks = operations().flatMap(one =>
      (one.operation.parameters ?? [])
        .filter(({ schema, example }) => schema.format === 'date' && example === undefined)
        .map(({ name }) => `${placeOf(one)} ${name}`),
    )
    expect(lacks).toEqual([])
  })

  it('is the default answer of every operation as a problem, and the key of every POST', () => {
    for (const one of operations()) {
      const { responses, parameters = [] } = one.operation
      expect(responses.default?.content, placeOf(one)).toHaveProperty(['application/problem+json'])
      const key = parameters.filter(({ name, in: where }) => name === 'Idempotency-Key' && where === 'header')
      expect(key.length, placeOf(one)).toBe(one.method === 'post' ? 1 : 0)
    }
  })
})

describe('the pages about the API', () => {
  it.each(['/docs', '/healthz', '/openapi.json'])('%s need no token', async url => {
    expect((await office.api.inject(url)).statusCode).toBe(200)
  })
})
