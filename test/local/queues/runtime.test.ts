import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { lambdaName } from '@pilotgate/local/functions'
import { localQueues, queueUrl } from '@pilotgate/local/queues/local-queues'
import { expect, it, vi } from 'vitest'
import { startPlatform } from '../../flow/platform.ts'

it('settles with messages that wait for later, which the clock then jumps to, one visibility time after the other', async () => {
  const { origin, clock, settled, jumpTo } = await startPlatform('2027-01-04T08:00:00Z')
  const inbox = localQueues.find(({ function: worker }) => worker === 'program/queue')!
  const QueueUrl = queueUrl(origin, inbox.name)
  const client = new SQSClient({})
  const counted = async () => {
    const asked = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))
    const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = asked.Attributes!
    return [ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible].map(Number)
  }
  // Nothing that its function could ever take, as it writes to its log each time; others may write there, too.
  const written = vi.spyOn(console, 'error').mockReturnValue()
  const Entries = ['a', 'b'].map((Id) => ({ Id, MessageBody: 'not a message' }))
  await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
  await settled()
  expect(await counted()).toEqual([0, 2])
  expect(clock.nextDue()).toBe(clock.now() + inbox.visibilitySeconds * 1000)
  await jumpTo(clock.now() + (inbox.mostReceives - 1) * inbox.visibilitySeconds * 1000)
  expect(await counted()).toEqual([0, 2])
  await jumpTo(clock.now() + inbox.visibilitySeconds * 1000)
  expect(await counted()).toEqual([0, 0])
  const ofWorker = written.mock.calls.filter(([line]) => String(line).includes(`"${lambdaName(inbox.function)}"`))
  expect(ofWorker).toHaveLength(2 * inbox.mostReceives)
  written.mockRestore()
})
