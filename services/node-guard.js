// Plain JavaScript on purpose: it must be readable by the very Node versions it refuses.
// node:sqlite without a flag and TypeScript run as it is both need Node 22.22 or newer.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 22)) {
  console.error(
    `Dianshao needs Node 22.22 or newer, but this is ${process.versions.node}: start it with "npm run …" after "npm ci" (which brings Node 24 on Linux and Windows), or install a newer Node.`,
  )
  process.exit(1)
}
