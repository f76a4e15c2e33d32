export { appendLink, DESK_CHAIN, type Deed, readChain } from './chain.ts'
