/**
 * What the address bar asks for at this moment. What a page was drawn for may be older: the next question may be put
 * before the page is drawn for the one before.
 */
export const addressNow = (): URLSearchParams => new URLSearchParams(location.search)

/** What of some names an address asks by; nothing of those it leaves empty. */
export const givenIn = <K extends string>(
  address: URLSearchParams,
  names: readonly K[],
): Partial<Record<K, string>> =>
  Object.fromEntries(
    names.flatMap(name => (address.get(name) ? [[name, address.get(name)]] : [])),
  ) as Partial<Record<K, string>>
