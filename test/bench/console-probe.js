// Runs in the page before anything else of it. Times are ms since the navigation began.

const frame = () => new Promise(resolve => requestAnimationFrame(resolve))

const MOST_MS = 60_000

const until = async isThere => {
  const lastMs = performance.now() + MOST_MS
  while (!isThere()) {
    if (performance.now() > lastMs) throw new Error(`not there after a minute: ${document.body.innerText}`)
    await frame()
  }
}

const longTasks = []
new PerformanceObserver(list => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
  {
    type: 'longtask',
    buffered: true,
  },
)

/** What the load curve shows, as text that differs when it does; undefined: nothing yet. */
const paintedCurve = () => {
  const canvas = document.querySelector('#curve canvas')
  if (!canvas?.width) return undefined
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let hash = 0
  for (let i = 3; i < data.length; i += 4) hash = (Math.imul(hash, 31) + data[i]) | 0
  return hash === 0 ? undefined : hash
}

const lastWeek = () =>
  [...document.querySelectorAll('#curve button')].find(({ textContent }) => textContent.includes('7'))

let gaps = []
let isRecording = false
let mostRows = 0
const rows = () => document.querySelectorAll('.ant-table-row')

const record = async () => {
  for (let before = await frame(); isRecording; ) {
    const now = await frame()
    gaps.push(now - before)
    mostRows = Math.max(mostRows, rows().length)
    before = now
  }
}

window.probe = {
  /** When the curve was drawn, and when it had answered to the button of the last 7 days, after `sinceMs`. */
  async curve(sinceMs) {
    let drawn
    await until(() => {
      drawn = paintedCurve()
      return drawn !== undefined
    })
    const drawnMs = performance.now()
    lastWeek().click()
    await until(() => paintedCurve() !== drawn)
    return { drawnMs: drawnMs - sinceMs, interactiveMs: performance.now() - sinceMs }
  },
  /** Opens the first case of the list, and the same. */
  openFirst() {
    const sinceMs = performance.now()
    document.querySelector('.ant-table-row a').click()
    return this.curve(sinceMs)
  },
  /** When the table first shows a case. */
  async firstRows() {
    await until(() => document.querySelector('.ant-table-row a')?.textContent)
    return performance.now()
  },
  /** From now on each gap between frames, long task and row of the table counts. */
  begin() {
    gaps = []
    longTasks.length = 0
    mostRows = 0
    isRecording = true
    void record()
  },
  end() {
    isRecording = false
    return { gaps, longTasks, mostRows }
  },
  /** Moves the list to a share of its height; how long until every row in view shows a case. */
  async jump(share) {
    const sinceMs = performance.now()
    const holder = document.querySelector('.ant-table-tbody-virtual-holder')
    holder.scrollTop = share * (holder.scrollHeight - holder.clientHeight)
    await frame()
    await frame()
    await until(() => [...rows()].every(row => row.querySelector('a')?.textContent))
    const names = [...rows()].map(row => row.querySelector('a').textContent)
    return { ms: performance.now() - sinceMs, first: names[0], last: names.at(-1), shown: names.length }
  },
}
