import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The console is built to files that the api role serves under /console/: nothing is fetched from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    // One would be written into the page, which its security policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
