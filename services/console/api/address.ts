/**
 * What the address bar asks for at this moment. What a page was drawn for may be older: the next question may be put
 * before the page is drawn for the one before.
 */
export const addressNow = (): URLSearchParams => new URLSearchParams(location.search)
