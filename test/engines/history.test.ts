import { historyContract, risingMarks } from '../contract/history.contract.ts'
import { testBucket } from './support/influx.ts'

historyContract('InfluxDB', async () => {
  const { open } = await testBucket()
  const history = await open()
  const mark = risingMarks()
  return {
    history,
    reader: await open(),
    change: work => work(history, mark),
    async reopen() {
      await history.close()
      return open()
    },
  }
})
