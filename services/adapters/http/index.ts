export { refusalOfUrl } from './address-guard.ts'
export { type Cidr, canonicalNetwork, refusalOfNetwork } from './listable.ts'
export { type ClosablePost, createPost } from './undici-post.ts'
