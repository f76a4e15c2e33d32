import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './office.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
interface Operation {
  readonly summary?: string
  readonly parameters?: { name: string; in: string; required?: boolean }[]
  readonly requestBody?: object
  readonly responses: Record<string, { description: string; content?: Record<string, object> }>
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
    for (const path of ['/v1/readings', '/v1/registry', '/v1/imports', '/v1/imports/preview']) {
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

describe('the pages about the API', () => {
  it.each(['/docs', '/healthz', '/openapi.json'])('%s need no token', async url => {
    expect((await office.api.inject(url)).statusCode).toBe(200)
  })
})
