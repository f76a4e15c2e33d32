import { z } from 'zod'
import { ProfileList, ProfilePlace, SavedProfile } from '../../../schemas/import.ts'
import { ImportProfile } from '../../../schemas/profile.ts'
import { findProfile, listProfiles, noProfile } from '../../imports/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'

export const profileRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/profiles',
    {
      config: { ability: 'rejects.read' },
      schema: {
        tags: ['intake'],
        summary: 'Saved import profiles by name',
        response: { 200: ProfileList },
      },
    },
    async () => ({ profiles: await listProfiles(db) }),
  )
  api.get(
    '/v1/profiles/:name',
    {
      config: { ability: 'rejects.read' },
      schema: {
        tags: ['intake'],
        summary: 'A saved import profile',
        params: ProfilePlace,
        response: { 200: SavedProfile },
      },
    },
    ({ params }) => findProfile(db, params.name),
  )
  api.put(
    '/v1/profiles/:name',
    {
      config: { ability: 'readings.write' },
      schema: {
        tags: ['intake'],
        summary: 'Save how the files of a source are to be understood',
        params: ProfilePlace,
        body: ImportProfile,
        response: { 200: SavedProfile },
      },
    },
    async request => {
      const { name } = request.params
      await engine.saveProfile(name, request.body, accountAsking(request).name)
      return findProfile(db, name)
    },
  )
  api.delete(
    '/v1/profiles/:name',
    {
      config: { ability: 'readings.write' },
      schema: {
        tags: ['intake'],
        summary: 'Remove a saved import profile; imports that were given it keep it',
        params: ProfilePlace,
        response: { 204: z.undefined().describe('Removed') },
      },
    },
    async ({ params: { name } }, reply) => {
      if (!(await engine.removeProfile(name))) throw noProfile(name)
      return reply.status(204).send()
    },
  )
}
