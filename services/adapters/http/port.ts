/** What came back from a webhook endpoint. */
export interface PostAnswer {
  readonly status: number
  /** Raw Retry-After header, null when absent */
  readonly retryAfter: string | null
}

/** Sends one POST to an endpoint outside. Rejects with an Error of one sentence when no answer came. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<PostAnswer>
