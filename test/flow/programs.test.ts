import { expect, test } from 'vitest'
import { draftPilot, people, runPilot, saveShortPilot } from './pilot.ts'
import { startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)

test('works', async () => {
  const { owner, path } = await runPilot(platform, '2027-01-04')
  await platform.jumpTo('2027-01-04T10:00:00Z')
  console.log(JSON.stringify((await owner('listTasks', { path })).items.map(t => t.taskId)))
  console.log((await platform.mails()).map(m => m.subject))
})
