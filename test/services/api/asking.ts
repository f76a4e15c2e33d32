import type { Office } from './office.ts'

export const TEXT = { 'content-type': 'text/csv' }

/** Asks as the analyst. */
export const get = (office: Office, url: string) => office.api.inject({ url, headers: office.analyst })

export const post = (
  office: Office,
  url: string,
  payload: string | Buffer | object = '',
  headers: Record<string, string> = {},
) => office.api.inject({ method: 'POST', url, headers: { ...headers, ...office.analyst }, payload })

export const put = (office: Office, url: string, payload: object) =>
  office.api.inject({ method: 'PUT', url, headers: office.analyst, payload })

export const remove = (office: Office, url: string) =>
  office.api.inject({ method: 'DELETE', url, headers: office.analyst })
