export type { Post, PostAnswer } from './port.ts'
export { type ClosablePost, createPost } from './undici-post.ts'
